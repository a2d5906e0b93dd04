package io.dianmai.followup.policy;

import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.TaskPurpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 跟进任务规则: when what is due besides the cadence, and what is asked of whoever does it. What ships and where its figures come
 * from is in {@link ShippedPolicies}.
 *
 * @param firstResponseMinutes business minutes from registration to the first effective contact
 * @param stageReviews days on which a digital lead without a visit is looked at
 * @param depositContactEvery how often a customer with an order is contacted
 * @param poolRevisitWithin from the recall to the pool
 * @param reactivationEvery how often a lost customer is asked again
 * @param effectiveResults 有效跟进: results that stop a clock
 * @param horizon how far ahead of now a contact may be agreed or moved to
 * @param longestSnooze how far people can put a task off in all, counted from when it was due at first; by purpose
 * @param idleWarningDays so many days without an effective contact, and the day of the advisor shows that the lead is about to be
 *     recalled
 * @param steps 五步跟进: what is done in each of the five steps
 * @param guides what is done in tasks that are none of these
 */
public record TaskPolicy(
        long firstResponseMinutes,
        StageReviews stageReviews,
        Duration depositContactEvery,
        Duration poolRevisitWithin,
        Duration reactivationEvery,
        Set<ContactResult> effectiveResults,
        Duration horizon,
        Map<TaskPurpose, Duration> longestSnooze,
        int idleWarningDays,
        List<Guide> steps,
        Map<TaskPurpose, Guide> guides) {
    /** 五步. */
    public static final int STEPS = 5;

    public TaskPolicy {
        effectiveResults = Set.copyOf(effectiveResults);
        longestSnooze = Map.copyOf(longestSnooze);
        steps = List.copyOf(steps);
        guides = Map.copyOf(guides);
    }

    /** Whether tasks of a purpose are steps of the five. */
    public static boolean isStep(TaskPurpose purpose) {
        return switch (purpose) {
            case FIRST_RESPONSE, CADENCE, AGREED -> true;
            case STAGE_REVIEW, DEPOSIT_CONTACT, POOL_REVISIT, REACTIVATION -> false;
        };
    }

    /** Which of the five steps comes after so many effective contacts: the next one, and the fifth from then on. */
    public static int stepAfter(int effectiveContacts) {
        return Math.min(STEPS, effectiveContacts + 1);
    }

    /** What is done in a task; of a step whose number nobody kept, what is done in the first. */
    public Guide guide(TaskPurpose purpose, @Nullable Integer step) {
        return isStep(purpose)
                ? steps.get(Objects.requireNonNullElse(step, 1) - 1)
                : Objects.requireNonNull(guides.get(purpose));
    }

    /** How far a task of that purpose can be put off; a policy that does not name it allows nothing. */
    public Duration longestSnooze(TaskPurpose purpose) {
        return longestSnooze.getOrDefault(purpose, Duration.ZERO);
    }
}
