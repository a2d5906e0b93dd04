package io.dianmai.followup.web;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Level;
import io.dianmai.followup.plan.Contact;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact to log.
 *
 * @param nextContactAt agreed with the customer, if anything was
 * @param time when it was made; now when absent
 * @param proposedLevel what the lead is thought to be now; lead-service decides
 * @param levelReason why, without personal data; needed with a proposed level
 * @param note for those who speak with the customer; kept sealed, and in no event
 */
@Schema(example = """
                {"medium": "CALL", "result": "AGREED_NEXT_STEP", "nextContactAt": "2026-12-01T02:00:00Z",
                 "proposedLevel": "A", "levelReason": "has chosen model and colour", "note": "asks for a test drive"}""")
record ContactRequest(
        @NotNull ContactMedium medium,
        @NotNull ContactResult result,
        @Nullable Instant nextContactAt,
        @Nullable Instant time,
        @Nullable Level proposedLevel,
        @Nullable @Size(max = 500) String levelReason,
        @Nullable @Size(max = 2000) String note) {

    /**
     * The contact as it is logged.
     *
     * @param advisorId staff id of whoever made it; null for a program
     */
    Contact contact(@Nullable String advisorId, @Nullable String sealedNote) {
        return new Contact(medium, result, nextContactAt, advisorId, judgement(), sealedNote);
    }

    private Contact.@Nullable Judgement judgement() {
        if (proposedLevel == null) {
            return null;
        }
        if (levelReason == null || levelReason.isBlank()) {
            throw ProblemException.invalid(List.of(new Violation(
                    "/levelReason", "Say why the lead is thought to be of another level; without personal data.")));
        }
        return new Contact.Judgement(proposedLevel, levelReason);
    }
}
