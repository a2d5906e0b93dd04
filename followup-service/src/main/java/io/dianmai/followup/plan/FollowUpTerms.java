package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.followup.policy.FollowUpPolicy;
import io.dianmai.followup.policy.Rhythm;
import io.dianmai.followup.policy.TaskPolicy;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules come to at one store, with the business hours of that store. What counts days is due at the next opening when
 * the store is closed then: somebody must be there to do it.
 */
record FollowUpTerms(FollowUpPolicy policy, BusinessCalendar calendar) {

    Instant firstResponseDue(Instant registeredAt) {
        return calendar.plusBusinessMinutes(registeredAt, tasks().firstResponseMinutes());
    }

    /** The end of the level's interval. */
    Instant cadenceDue(Instant contactedAt, @Nullable Level level) {
        Rhythm rhythm = policy.cadence().of(level);
        return rhythm.businessTime()
                ? calendar.plusBusinessMinutes(contactedAt, rhythm.every().toMinutes())
                : open(contactedAt.plus(rhythm.every()));
    }

    Instant depositContactDue(Instant contactedAt) {
        return open(contactedAt.plus(tasks().depositContactEvery()));
    }

    /** The next day on which the lead is looked at, if it is a digital one and there is such a day left. */
    Optional<Instant> stageReviewDue(LeadDimensions lead, Instant after) {
        return Optional.ofNullable(lead.registeredAt())
                .flatMap(registered -> tasks().stageReviews().next(lead.channel(), registered, after))
                .map(this::open);
    }

    /** Of the day at the store. */
    Instant endOfDay(Instant instant) {
        return calendar.endOfDay(instant);
    }

    /** So long after the recall; who has it later than that has as long as for a new lead. */
    Instant poolRevisitDue(Instant recalledAt, Instant at) {
        Instant due = open(recalledAt.plus(tasks().poolRevisitWithin()));
        return due.isAfter(at) ? due : firstResponseDue(at);
    }

    Instant reactivationDue(Instant since) {
        return open(since.plus(tasks().reactivationEvery()));
    }

    boolean effective(ContactResult result) {
        return tasks().effectiveResults().contains(result);
    }

    /** Open minutes that a customer waited; none when the contact came first. */
    long minutesWaited(Instant from, Instant contactedAt) {
        return contactedAt.isAfter(from) ? calendar.businessMinutesBetween(from, contactedAt) : 0;
    }

    TaskPolicy tasks() {
        return policy.tasks();
    }

    /** Why a contact cannot be promised for {@code dueAt}, if it cannot. */
    Optional<Refusal> objection(Instant dueAt, Instant now) {
        if (!dueAt.isAfter(now)) {
            return Optional.of(Refusal.invalid(
                    "next-contact-in-the-past", "The next contact must lie after this one. Give a later time."));
        }
        if (dueAt.isAfter(now.plus(tasks().horizon()))) {
            return Optional.of(Refusal.invalid(
                    "next-contact-too-far-ahead",
                    "The next contact must lie within %d days."
                            .formatted(tasks().horizon().toDays())));
        }
        return Optional.empty();
    }

    /** Why people cannot put a task off until {@code until}, if they cannot. */
    Optional<Refusal> snoozeObjection(FollowUpTask task, Instant until) {
        TaskPurpose purpose = task.purpose();
        Duration longest = tasks().longestSnooze(purpose);
        Instant latest = task.firstDueAt().plus(longest);
        return until.isAfter(task.dueAt()) && until.isAfter(latest)
                ? Optional.of(Refusal.invalid(
                        "snooze-too-long",
                        "A task of purpose %s can be put off by %s in all: this one until %s."
                                .formatted(purpose, longest, latest)))
                : Optional.empty();
    }

    private Instant open(Instant instant) {
        return calendar.nextOpening(instant);
    }
}
