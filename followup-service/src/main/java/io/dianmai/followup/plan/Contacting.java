package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows for a plan from what people do: contacts made, and contacts that need not be. */
final class Contacting {
    private Contacting() {}

    /** Somebody tried to reach the customer. */
    static Decision<FollowUpEvent> contacted(FollowUpPlan plan, Contact contact, Instant at, FollowUpTerms terms) {
        boolean effective = terms.effective(contact.result());
        Instant agreed = effective ? contact.nextContactAt() : null;
        Optional<Refusal> objection = Optional.ofNullable(agreed).flatMap(next -> terms.objection(next, at));
        if (objection.isPresent()) {
            return Decision.refuse(objection.get());
        }
        List<FollowUpEvent> events = new ArrayList<>();
        events.add(new ContactLogged(
                plan.dimensions(), contact.medium(), contact.result(), effective, contact.advisorId(), agreed));
        Closing closing = plan.closing();
        FollowUpTask before = closing == null ? null : closing.taskDoneAt(at);
        if (effective && before != null) {
            events.add(done(plan, before, null, contact, at, terms));
        } else if (effective && wasWaitedFor(plan, at)) {
            events.addAll(answered(plan, contact, at, terms));
        }
        proposal(plan, contact).ifPresent(events::add);
        return Decision.accept(events);
    }

    /** The customer came to the store: a contact; one that is told late does no task, but the visit counts. */
    static Decision<FollowUpEvent> met(FollowUpPlan plan, Instant at, FollowUpTerms terms) {
        List<FollowUpEvent> events = new ArrayList<>();
        FollowUpPlan visited = plan.notingVisit(at);
        switch (contacted(visited, Contact.cameToStore(), at, terms)) {
            case Decision.Refused<FollowUpEvent> refused -> {
                return refused;
            }
            case Decision.Accepted<FollowUpEvent>(List<FollowUpEvent> contact) -> events.addAll(contact);
        }
        if (events.size() == 1
                && Recounting.visited(plan, at, terms)
                        instanceof Decision.Accepted<FollowUpEvent>(List<FollowUpEvent> instead)) {
            events.addAll(instead);
        }
        return Decision.accept(events);
    }

    /** Somebody decides that the contact need not be made. */
    static Decision<FollowUpEvent> skipped(FollowUpPlan plan, String reason, Instant at, FollowUpTerms terms) {
        return Moving.objection(plan, at).map(Decision::<FollowUpEvent>refuse).orElseGet(() -> {
            FollowUpTask task = plan.task();
            FollowUpPlan passed = passingOver(plan, task.purpose(), task.dueAt());
            return Decision.accept(skip(plan, reason), next(passed, null, at, 0, terms));
        });
    }

    /** A stage review that need not be made is not due again. */
    static FollowUpPlan passingOver(FollowUpPlan plan, TaskPurpose purpose, Instant dueAt) {
        return purpose == TaskPurpose.STAGE_REVIEW
                ? plan.with(plan.courseSoFar().reviewed(dueAt))
                : plan;
    }

    private static FollowUpSkipped skip(FollowUpPlan plan, String reason) {
        FollowUpTask task = plan.task();
        return new FollowUpSkipped(
                plan.dimensions(),
                task.taskId(),
                task.purpose(),
                task.dueAt(),
                reason,
                task.overdue(),
                plan.overdueUnder());
    }

    /** Facts come late: a contact from before the closing, told after it, still did what it did. */
    private static boolean wasWaitedFor(FollowUpPlan plan, Instant at) {
        Closing closing = plan.closing();
        return plan.task().answeredBy(at) && (closing == null || plan.waiting() || !at.isAfter(closing.at()));
    }

    private static List<FollowUpEvent> answered(FollowUpPlan plan, Contact contact, Instant at, FollowUpTerms terms) {
        FollowUpDone done = done(plan, plan.task(), plan.overdueUnder(), contact, at, terms);
        FollowUpScheduled next = next(plan, contact.nextContactAt(), at, 1, terms);
        Closing closing = plan.closing();
        return closing == null || plan.waiting() ? List.of(done, next) : List.of(done, next, gone(plan, next, closing));
    }

    private static FollowUpDone done(
            FollowUpPlan plan,
            FollowUpTask task,
            @Nullable LeadDimensions overdueUnder,
            Contact contact,
            Instant at,
            FollowUpTerms terms) {
        return new FollowUpDone(
                plan.dimensions(),
                task.taskId(),
                task.purpose(),
                task.dueAt(),
                !at.isAfter(task.dueAt()),
                task.overdue(),
                overdueUnder,
                terms.minutesWaited(task.startedAt(), at),
                contact.result(),
                task.step());
    }

    private static FollowUpEvent gone(FollowUpPlan plan, FollowUpScheduled next, Closing closing) {
        CancelReason reason = closing.reason();
        return new FollowUpCancelled(plan.dimensions(), next.taskId(), next.purpose(), reason, false, null);
    }

    /**
     * What is due after a contact, or after one that was skipped.
     *
     * @param contacts how many effective contacts came of it
     */
    private static FollowUpScheduled next(
            FollowUpPlan plan, @Nullable Instant agreedNow, Instant at, int contacts, FollowUpTerms terms) {
        int effective = plan.courseSoFar().effectiveContacts() + contacts;
        Upcoming next = plan.lost() && plan.waiting()
                ? new Upcoming(TaskPurpose.REACTIVATION, agreedNow == null ? terms.reactivationDue(at) : agreedNow)
                : Upcoming.after(at, stillAgreed(plan, agreedNow), plan, terms);
        return NextTask.of(plan, next, effective, terms);
    }

    /** What was agreed before stands, unless something else was agreed or this was it. */
    static @Nullable Instant stillAgreed(FollowUpPlan plan, @Nullable Instant agreedNow) {
        if (agreedNow != null) {
            return agreedNow;
        }
        return plan.task().purpose() == TaskPurpose.AGREED
                ? null
                : plan.courseSoFar().agreedAt();
    }

    private static Optional<LevelProposed> proposal(FollowUpPlan plan, Contact contact) {
        return Optional.ofNullable(contact.judgement())
                .filter(judgement -> judgement.level() != plan.level())
                .map(judgement -> new LevelProposed(
                        plan.dimensions(), judgement.level(), contact.advisorId(), judgement.reason()));
    }
}
