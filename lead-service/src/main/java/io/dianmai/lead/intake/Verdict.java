package io.dianmai.lead.intake;

import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.intake.sheet.Flaw;
import io.dianmai.lead.intake.sheet.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param line in the file, from 1
 * @param id what it is about, a lead for example; absent for bad rows and in a preview
 * @param flaws why it was not taken
 */
record Verdict(int line, State state, @Nullable String id, List<Flaw> flaws) {
    Verdict {
        flaws = List.copyOf(flaws);
    }

    /** What may become of a row. */
    enum State {
        /** Nothing speaks against taking it; in a preview only. */
        GOOD,
        /** It is on file now. */
        CREATED,
        /** It was about something on file, which now has what the row adds. */
        JOINED,
        /** All of it was on file. */
        KNOWN,
        /** It was not taken. */
        BAD
    }

    static Verdict of(int line, State state, String id) {
        return new Verdict(line, state, id, List.of());
    }

    static Verdict bad(int line, List<Flaw> flaws) {
        return new Verdict(line, State.BAD, null, flaws);
    }

    static Verdict refused(int line, Refusal refusal) {
        return bad(line, List.of(Flaw.ofRow(new Reason(refusal.code(), refusal.detail(), refusal.detail()))));
    }

    boolean isBad() {
        return state == State.BAD;
    }
}
