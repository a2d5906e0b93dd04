package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the group's policy comes to at one store, with the business hours of that store. */
record FollowUpTerms(FollowUpPolicy policy, BusinessCalendar calendar) {

    Instant firstResponseDue(Instant registeredAt) {
        return calendar.plusBusinessMinutes(registeredAt, policy.firstResponseMinutes());
    }

    /** The end of the level's interval, or the next opening when the store is closed then. */
    Instant cadenceDue(Instant contactedAt, @Nullable Level level) {
        return calendar.nextOpening(contactedAt.plus(policy.cadence().interval(level)));
    }

    boolean effective(ContactResult result) {
        return policy.effective().contains(result);
    }

    /** Open minutes that a customer waited; none when the contact came first. */
    long minutesWaited(Instant from, Instant contactedAt) {
        return contactedAt.isAfter(from) ? calendar.businessMinutesBetween(from, contactedAt) : 0;
    }

    /** Why a contact cannot be promised for {@code dueAt}, if it cannot. */
    Optional<Refusal> objection(Instant dueAt, Instant now) {
        if (!dueAt.isAfter(now)) {
            return Optional.of(Refusal.invalid(
                    "next-contact-in-the-past", "The next contact must lie after this one. Give a later time."));
        }
        if (dueAt.isAfter(now.plus(policy.horizon()))) {
            return Optional.of(Refusal.invalid(
                    "next-contact-too-far-ahead",
                    "The next contact must lie within %d days."
                            .formatted(policy.horizon().toDays())));
        }
        return Optional.empty();
    }
}
