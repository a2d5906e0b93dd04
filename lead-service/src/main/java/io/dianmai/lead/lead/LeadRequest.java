package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of a request that changes a lead. */
sealed interface LeadRequest {
    /** When it happened; now unless told. */
    @Nullable
    Instant time();

    LeadCommand.Change change();

    record Assign(
            @NotBlank @Size(max = 100) String advisorId,
            @Nullable Instant time,
            @Nullable @Size(max = 500) String note,
            @Nullable Boolean overCapacity)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Assignment(advisorId, note, Boolean.TRUE.equals(overCapacity));
        }
    }

    record Recall(
            @Nullable Instant time,
            @Nullable @Size(max = 500) String note) implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Recall(note);
        }
    }

    record Grade(
            @Nullable @Size(max = 20) List<@NotNull GradingCriterion> criteria,
            @Nullable Level level,
            @Nullable @Size(max = 500) String reason,
            @Nullable Instant time)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Assessment(criteria == null ? List.of() : criteria, level, reason);
        }
    }
}
