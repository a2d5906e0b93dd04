package io.dianmai.followup.policy;

import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.kit.problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what makes no sense in a draft of the rules, so that all of it is told at once. */
final class PolicyFlaws {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    /** As a first response: a store that hardly ever opens has so many minutes within the years that are counted. */
    private static final Duration LONGEST_OPEN = Duration.ofMinutes(10_000);

    private static final int MOST_DAYS = 12;
    private static final int LONGEST_TEXT = 500;

    private final List<Violation> found = new ArrayList<>();

    static List<Violation> of(CadencePolicy cadence) {
        PolicyFlaws flaws = new PolicyFlaws();
        flaws.rhythm("/o/every", cadence.o());
        flaws.rhythm("/h/every", cadence.h());
        flaws.rhythm("/a/every", cadence.a());
        flaws.rhythm("/b/every", cadence.b());
        flaws.rhythm("/c/every", cadence.c());
        return List.copyOf(flaws.found);
    }

    static List<Violation> of(TaskPolicy tasks) {
        PolicyFlaws flaws = new PolicyFlaws();
        flaws.range("/firstResponseMinutes", tasks.firstResponseMinutes(), 10_000);
        flaws.days(tasks.stageReviews().days());
        flaws.interval("/depositContactEvery", tasks.depositContactEvery());
        flaws.interval("/poolRevisitWithin", tasks.poolRevisitWithin());
        flaws.interval("/reactivationEvery", tasks.reactivationEvery());
        flaws.within("/horizon", tasks.horizon(), Duration.ofDays(1), Duration.ofDays(3660));
        flaws.range("/idleWarningDays", tasks.idleWarningDays(), 366);
        flaws.effective(tasks);
        flaws.snooze(tasks);
        flaws.texts(tasks);
        return List.copyOf(flaws.found);
    }

    private void rhythm(String pointer, Rhythm rhythm) {
        within(pointer, rhythm.every(), SHORTEST, rhythm.businessTime() ? LONGEST_OPEN : LONGEST);
    }

    private void interval(String pointer, Duration interval) {
        within(pointer, interval, SHORTEST, LONGEST);
    }

    private void within(String pointer, Duration duration, Duration least, Duration most) {
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            add(pointer, "Must be from %s to %s.".formatted(least, most));
        }
    }

    private void range(String pointer, long number, long most) {
        if (number < 1 || number > most) {
            add(pointer, "Must be from 1 to %d.".formatted(most));
        }
    }

    private void days(List<Integer> days) {
        if (days.size() > MOST_DAYS) {
            add("/stageReviews/days", "Must be at most %d days.".formatted(MOST_DAYS));
        }
        for (int i = 0; i < days.size(); i++) {
            String pointer = "/stageReviews/days/" + i;
            range(pointer, days.get(i), LONGEST.toDays());
            if (i > 0 && days.get(i) <= days.get(i - 1)) {
                add(pointer, "Must be later than the one before.");
            }
        }
    }

    private void effective(TaskPolicy tasks) {
        if (tasks.effectiveResults().isEmpty()) {
            add("/effectiveResults", "Without any, no clock ever stops. Name at least one.");
        }
        if (tasks.effectiveResults().contains(ContactResult.AUTOMATIC_REPLY)) {
            add("/effectiveResults", "An automatic reply never stops a clock. Leave AUTOMATIC_REPLY out.");
        }
    }

    private void snooze(TaskPolicy tasks) {
        tasks.longestSnooze()
                .forEach((purpose, longest) -> within("/longestSnooze/" + purpose, longest, Duration.ZERO, LONGEST));
    }

    private void texts(TaskPolicy tasks) {
        if (tasks.steps().size() != TaskPolicy.STEPS) {
            add("/steps", "Must be %d, one text for each step.".formatted(TaskPolicy.STEPS));
        }
        for (int i = 0; i < tasks.steps().size(); i++) {
            text("/steps/" + i, tasks.steps().get(i));
        }
        for (TaskPurpose purpose : TaskPurpose.values()) {
            Guide guide = tasks.guides().get(purpose);
            if (guide != null) {
                text("/guides/" + purpose, guide);
            } else if (!TaskPolicy.isStep(purpose)) {
                add("/guides/" + purpose, "Is needed: such a task is none of the five steps.");
            }
        }
    }

    private void text(String pointer, Guide guide) {
        length(pointer + "/zh", guide.zh());
        length(pointer + "/en", guide.en());
    }

    private void length(String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            add(pointer, "Must be from 1 to %d characters.".formatted(LONGEST_TEXT));
        }
    }

    private void add(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }
}
