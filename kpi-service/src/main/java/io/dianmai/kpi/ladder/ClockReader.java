package io.dianmai.kpi.ladder;

import io.dianmai.kpi.ladder.LadderDraft.ClockDraft;
import io.dianmai.kpi.ladder.LadderFlaw.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the terms of a clock that the engine starts. */
final class ClockReader {
    private static final String CLOCK = "/clock";
    private static final String AFTER = "/clock/after";
    private static final String EVERY = "/clock/every";
    private static final int MOST_CLOCKS = 12;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(2 * 366);

    private final KindTerms.Clock clock;
    private final Findings findings;

    ClockReader(KindTerms.Clock clock, Findings findings) {
        this.clock = clock;
        this.findings = findings;
    }

    ClockTerms read(@Nullable ClockDraft draft) {
        if (clock == KindTerms.Clock.OF_THE_EVENT) {
            if (draft != null) {
                unfit(CLOCK, "Must be left out: of this kind, the event says when it is due.");
            }
            return ClockTerms.OF_THE_EVENT;
        }
        if (draft == null || draft.after() == null || draft.after().isEmpty()) {
            unfit(AFTER, "Must say how long after the event it is due, for example [\"P10D\"].");
            return ClockTerms.OF_THE_EVENT;
        }
        return new ClockTerms(after(draft.after()), every(draft.every()));
    }

    private List<Duration> after(List<@Nullable String> texts) {
        List<Duration> after = new ArrayList<>();
        if (texts.size() > MOST_CLOCKS) {
            unfit(AFTER, "Must be at most " + MOST_CLOCKS + '.');
            return after;
        }
        for (int i = 0; i < texts.size(); i++) {
            String pointer = AFTER + '/' + i;
            findings.duration(texts.get(i), pointer).ifPresent(duration -> {
                if (fits(duration, after, pointer)) {
                    after.add(duration);
                }
            });
        }
        return after;
    }

    private boolean fits(Duration after, List<Duration> earlier, String pointer) {
        boolean before = clock == KindTerms.Clock.BEFORE;
        if (before != after.isNegative()) {
            String sign = before ? "negative: it is due before the expiry." : "positive: it is due after the event.";
            unfit(pointer, "Must be " + sign);
        } else if (!Findings.isWithin(LONGEST, after) || after.abs().compareTo(SHORTEST) < 0) {
            unfit(pointer, "Must be from one hour to two years.");
        } else if (!earlier.isEmpty() && after.compareTo(earlier.getLast()) <= 0) {
            unfit(pointer, "Must be later than the one before.");
        } else {
            return true;
        }
        return false;
    }

    private @Nullable Duration every(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (clock != KindTerms.Clock.AFTER_AND_AGAIN) {
            unfit(EVERY, "Must be left out: this kind is due once.");
            return null;
        }
        Duration every = findings.duration(text, EVERY).orElse(null);
        if (every != null && every.compareTo(SHORTEST) < 0) {
            findings.add(Fault.CLOCK_TOO_FAST, EVERY, "Must be at least an hour.");
        } else if (every != null && every.compareTo(LONGEST) > 0) {
            unfit(EVERY, "Must be at most two years.");
        }
        return every;
    }

    private void unfit(String pointer, String detail) {
        findings.add(Fault.UNFIT_CLOCK, pointer, detail);
    }
}
