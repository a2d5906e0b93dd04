package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.lead.grading.Score;
import io.dianmai.lead.grading.Signals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How likely a sale is, and was.
 *
 * @param levels the last {@link #KEPT} changes of the level, oldest first; of a lead stored before they were kept, those
 *     since
 * @param told what the customer told that bears on the score
 * @param score absent while the lead is not scored
 */
public record Outlook(
        List<LevelChange> levels, Signals told, @Nullable Score score) {
    /** More than most leads ever see. */
    static final int KEPT = 50;

    private static final Outlook NONE = new Outlook(List.of(), Signals.NONE, null);

    public Outlook {
        levels = List.copyOf(levels);
    }

    /** Of a lead stored before this was kept, what is known begins here. */
    static Outlook of(@Nullable Outlook known) {
        return Objects.requireNonNullElse(known, NONE);
    }

    Outlook graded(LeadGraded event, Instant at) {
        var all = new ArrayList<>(levels);
        all.add(LevelChange.of(event, at));
        return new Outlook(all.subList(Math.max(0, all.size() - KEPT), all.size()), told, score);
    }

    Outlook told(@Nullable Interest interest) {
        return new Outlook(levels, Signals.of(interest), score);
    }

    Outlook scored(LeadScored event) {
        return new Outlook(levels, told, new Score(event.score(), event.threshold(), event.nurture()));
    }

    /** Whether it was below the threshold when it was last scored. */
    boolean nurture() {
        return score != null && score.nurture();
    }
}
