package io.dianmai.followup.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 跟进进程: how far an advisor has come with a customer.
 *
 * @param contactsTold how many contacts were logged, effective or not
 * @param effectiveContacts how many of them reached the customer
 * @param visited the customer has been at the store
 * @param ordered there is an order
 * @param lastReachedAt the last effective contact; before the first, when the lead came to its advisor
 * @param agreedAt the next contact as it was agreed with the customer, if it was; it stands while something else is due first
 * @param reviewedTo the stage reviews (15/30/60) due until then were passed over; absent when none was
 */
public record Course(
        int contactsTold,
        int effectiveContacts,
        boolean visited,
        boolean ordered,
        Instant lastReachedAt,
        @Nullable Instant agreedAt,
        @Nullable Instant reviewedTo) {

    static Course beginning(Instant registeredAt) {
        return new Course(0, 0, false, false, registeredAt, null, null);
    }

    /** Of a plan that was kept before this was. */
    static Course of(FollowUpPlan plan) {
        Instant reached = plan.contacts().stream()
                .filter(LoggedContact::effective)
                .map(LoggedContact::at)
                .max(Instant::compareTo)
                .orElse(plan.task().startedAt());
        long effective =
                plan.contacts().stream().filter(LoggedContact::effective).count();
        return new Course(plan.contacts().size(), (int) effective, false, false, reached, null, null);
    }

    Course contacted(boolean effective, Instant at) {
        return new Course(
                contactsTold + 1,
                effective ? effectiveContacts + 1 : effectiveContacts,
                visited,
                ordered,
                effective ? later(at) : lastReachedAt,
                agreedAt,
                reviewedTo);
    }

    Course atStore(Instant at) {
        return new Course(contactsTold, effectiveContacts, true, ordered, later(at), agreedAt, reviewedTo);
    }

    /** The lead came to another advisor out of the pool: it idles from now on. */
    Course begunAnew(Instant at) {
        return new Course(contactsTold, effectiveContacts, visited, ordered, later(at), null, reviewedTo);
    }

    Course agreed(@Nullable Instant next) {
        return new Course(contactsTold, effectiveContacts, visited, ordered, lastReachedAt, next, reviewedTo);
    }

    /** The stage review that was due then need not be made. */
    Course reviewed(Instant dueAt) {
        return new Course(contactsTold, effectiveContacts, visited, ordered, lastReachedAt, agreedAt, dueAt);
    }

    Course ordered(boolean now) {
        return new Course(contactsTold, effectiveContacts, visited, now, lastReachedAt, agreedAt, reviewedTo);
    }

    private Instant later(Instant at) {
        return at.isAfter(lastReachedAt) ? at : lastReachedAt;
    }
}
