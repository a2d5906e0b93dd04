package io.dianmai.aftersales.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.aftersales.ComplaintAnswered;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintReassigned;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComplaintTests {
    private static final Instant OPENED = Instant.parse("2026-03-01T15:50:00Z");
    private static final Instant ANSWER_DUE = Instant.parse("2026-03-01T16:20:00Z");
    private static final Instant RESOLVE_DUE = Instant.parse("2026-03-02T15:50:00Z");
    private static final JobDimensions NOBODY = new JobDimensions(null, null, null);
    private static final ComplaintPolicy POLICY = new ComplaintPolicy(Duration.ofMinutes(30), Duration.ofHours(24));
    private static final ComplaintCommand.Open OPEN = new ComplaintCommand.Open(NOBODY, ComplaintCategory.WAITING);
    private static final ComplaintCommand.Resolve SATISFIED = new ComplaintCommand.Resolve(true);

    @Test
    void isDueWithinHalfAnHourAndADayAtAnyHour() {
        assertThat(events(Complaint.open(null, OPEN, POLICY, OPENED)))
                .containsExactly(new ComplaintOpened(NOBODY, ComplaintCategory.WAITING, ANSWER_DUE, RESOLVE_DUE));
    }

    @Test
    void goesToAnotherAdviserUntilItIsResolved() {
        var leaving = new ComplaintCommand.Reassign("li", "wang", "team-2");
        var ofLi = new ComplaintCommand.Open(new JobDimensions("li", "team-1", "X5"), ComplaintCategory.WAITING);
        Complaint complaint = after(null, Complaint.open(null, ofLi, POLICY, OPENED));
        var others = new JobDimensions("wang", "team-2", "X5");

        assertThat(events(complaint.reassign(leaving)))
                .containsExactly(new ComplaintReassigned(others, ComplaintCategory.WAITING, "li"));
        Complaint handedOn = after(complaint, complaint.reassign(leaving));
        assertThat(handedOn.dimensions()).isEqualTo(others);
        assertThat(handedOn.answerDueAt()).isEqualTo(ANSWER_DUE);
        assertThat(events(handedOn.reassign(leaving))).isEmpty();
        assertThat(events(opened().reassign(leaving))).isEmpty();
        Complaint resolved = after(complaint, complaint.resolve(SATISFIED, OPENED));
        assertThat(events(resolved.reassign(leaving))).isEmpty();
    }

    private static Complaint after(@Nullable Complaint before, Decision<ComplaintEvent> decision) {
        Complaint state = before;
        for (ComplaintEvent event : events(decision)) {
            state = Complaint.apply(state, event, OPENED);
        }
        return Objects.requireNonNull(state);
    }

    @Test
    void isAnsweredOnTimeUpToTheLastMillisecond() {
        assertThat(events(opened().answer(ANSWER_DUE)))
                .containsExactly(new ComplaintAnswered(NOBODY, ComplaintCategory.WAITING, true));
        assertThat(events(opened().answer(ANSWER_DUE.plusMillis(1))))
                .containsExactly(new ComplaintAnswered(NOBODY, ComplaintCategory.WAITING, false));
    }

    @Test
    void isResolvedOnTimeUpToTheLastMillisecond() {
        Complaint answered = answered();
        assertThat(events(answered.resolve(SATISFIED, RESOLVE_DUE)))
                .containsExactly(new ComplaintResolved(NOBODY, ComplaintCategory.WAITING, true, true));
        assertThat(events(answered.resolve(SATISFIED, RESOLVE_DUE.plusMillis(1))))
                .containsExactly(new ComplaintResolved(NOBODY, ComplaintCategory.WAITING, false, true));
    }

    @Test
    void answersACustomerWhoWasNotAnsweredByResolving() {
        assertThat(events(opened().resolve(SATISFIED, ANSWER_DUE.plusMillis(1))))
                .containsExactly(
                        new ComplaintAnswered(NOBODY, ComplaintCategory.WAITING, false),
                        new ComplaintResolved(NOBODY, ComplaintCategory.WAITING, true, true));
    }

    @Test
    void refusesWhatHasHappenedBefore() {
        assertThat(code(Complaint.open(opened(), OPEN, POLICY, OPENED))).isEqualTo("complaint-already-opened");
        assertThat(code(answered().answer(OPENED))).isEqualTo("complaint-already-answered");
        Complaint resolved = Complaint.apply(
                answered(), new ComplaintResolved(NOBODY, ComplaintCategory.WAITING, true, true), OPENED);
        assertThat(code(resolved.resolve(SATISFIED, OPENED))).isEqualTo("complaint-already-resolved");
    }

    private static Complaint opened() {
        return Complaint.apply(
                null, events(Complaint.open(null, OPEN, POLICY, OPENED)).getFirst(), OPENED);
    }

    private static Complaint answered() {
        return Complaint.apply(opened(), events(opened().answer(OPENED)).getFirst(), OPENED);
    }

    private static List<ComplaintEvent> events(Decision<ComplaintEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<ComplaintEvent>(var events) -> events;
            case Decision.Refused<ComplaintEvent>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    private static String code(Decision<ComplaintEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<ComplaintEvent>(var events) -> throw new AssertionError(events);
            case Decision.Refused<ComplaintEvent>(Refusal refusal) -> refusal.code();
        };
    }
}
