package io.dianmai.aftersales.complaint;

import io.dianmai.contracts.aftersales.ComplaintAnswered;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintReassigned;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 投诉.
 *
 * @param answeredAt absent until the customer was answered
 * @param resolvedAt absent until it is settled
 */
public record Complaint(
        JobDimensions dimensions,
        ComplaintCategory category,
        Instant openedAt,
        Instant answerDueAt,
        Instant resolveDueAt,
        @Nullable Instant answeredAt,
        @Nullable Instant resolvedAt,
        @Nullable Boolean satisfied) {

    static Decision<ComplaintEvent> open(
            @Nullable Complaint existing, ComplaintCommand.Open command, ComplaintPolicy policy, Instant time) {
        if (existing != null) {
            return Decision.refuse(Refusal.conflict(
                    "complaint-already-opened", "This reference names a complaint that is on file already."));
        }
        return Decision.accept(new ComplaintOpened(
                command.dimensions(),
                command.category(),
                time.plus(policy.answerWithin()),
                time.plus(policy.resolveWithin())));
    }

    Decision<ComplaintEvent> answer(Instant time) {
        if (answeredAt != null) {
            return Decision.refuse(
                    Refusal.conflict("complaint-already-answered", "The customer was answered already."));
        }
        return Decision.accept(answered(time));
    }

    /** Settles it. A customer who was not answered before is answered by that. */
    Decision<ComplaintEvent> resolve(ComplaintCommand.Resolve command, Instant time) {
        if (resolvedAt != null) {
            return Decision.refuse(
                    Refusal.conflict("complaint-already-resolved", "The complaint was resolved already."));
        }
        List<ComplaintEvent> events = new ArrayList<>();
        if (answeredAt == null) {
            events.add(answered(time));
        }
        events.add(new ComplaintResolved(dimensions, category, !time.isAfter(resolveDueAt), command.satisfied()));
        return Decision.accept(events);
    }

    Decision<ComplaintEvent> reassign(ComplaintCommand.Reassign command) {
        if (resolvedAt != null || !command.from().equals(dimensions.adviserId())) {
            return Decision.accept();
        }
        var now = new JobDimensions(command.adviserId(), command.teamId(), dimensions.model());
        return Decision.accept(new ComplaintReassigned(now, category, command.from()));
    }

    private ComplaintAnswered answered(Instant time) {
        return new ComplaintAnswered(dimensions, category, !time.isAfter(answerDueAt));
    }

    /** The state after an event. */
    static Complaint apply(@Nullable Complaint state, ComplaintEvent event, Instant time) {
        return switch (event) {
            case ComplaintOpened opened ->
                new Complaint(
                        opened.dimensions(),
                        opened.category(),
                        time,
                        opened.answerDueAt(),
                        opened.resolveDueAt(),
                        null,
                        null,
                        null);
            case ComplaintReassigned reassigned -> opened(state).with(reassigned.dimensions());
            case ComplaintAnswered _ -> opened(state).with(time, null, null);
            case ComplaintResolved resolved -> {
                Complaint complaint = opened(state);
                yield complaint.with(complaint.answeredAt, time, resolved.satisfied());
            }
        };
    }

    private static Complaint opened(@Nullable Complaint state) {
        return Objects.requireNonNull(state, "the first event of a complaint opens it");
    }

    private Complaint with(JobDimensions now) {
        return new Complaint(now, category, openedAt, answerDueAt, resolveDueAt, answeredAt, resolvedAt, satisfied);
    }

    private Complaint with(
            @Nullable Instant answered, @Nullable Instant resolved, @Nullable Boolean customerSatisfied) {
        return new Complaint(
                dimensions, category, openedAt, answerDueAt, resolveDueAt, answered, resolved, customerSatisfied);
    }
}
