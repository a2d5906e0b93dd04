package io.dianmai.lead.intake.adf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a prospect.
 *
 * @param prospect its number in the document, from 1
 * @param place where it stands, for example {@code /adf/prospect[2]}
 * @param state CREATED, JOINED to a lead on file, KNOWN before, or BAD
 * @param leadId absent for bad ones
 * @param errors why it was not taken in
 * @param notes what was left out or taken to be otherwise than it says
 */
record AdfVerdict(
        int prospect, String place, State state, @Nullable String leadId, List<Remark> errors, List<Remark> notes) {
    AdfVerdict {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** What may become of a prospect. */
    enum State {
        CREATED,
        JOINED,
        KNOWN,
        BAD
    }

    /**
     * Something about a place of the document.
     *
     * @param place for example {@code /adf/prospect/customer/contact/phone}
     * @param code stable name of what it is
     */
    record Remark(String place, String code, String detail) {}
}
