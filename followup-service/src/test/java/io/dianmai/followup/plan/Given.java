package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.followup.policy.ShippedRules;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A store that is open from nine to six every day but Sunday, and one of its leads. */
final class Given {
    static final String LEAD = "0b5a7c1e-3f1d-5f59-9a54-2f8a1c3f8a11";
    /** A Monday, ten o'clock in Shanghai. */
    static final Instant MONDAY_TEN = Instant.parse("2026-11-23T02:00:00Z");

    static final LeadDimensions LEAD_OF_LI = dimensions("li");

    static final FollowUpTerms TERMS = new FollowUpTerms(
            ShippedRules.policy(),
            new BusinessCalendar(
                    new BusinessHours(
                            EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)).stream()
                                    .collect(Collectors.toMap(
                                            Function.identity(),
                                            day -> List.of(new BusinessHours.Window(
                                                    LocalTime.of(9, 0), LocalTime.of(18, 0))))),
                            Set.of(),
                            Map.of()),
                    ZoneId.of("Asia/Shanghai")));

    private static final PlanBehaviour BEHAVIOUR = new PlanBehaviour();

    private Given() {}

    static LeadDimensions dimensions(String advisorId) {
        return new LeadDimensions(Channel.PHONE, null, "SUV", advisorId, "team-1", MONDAY_TEN);
    }

    /** A plan whose first response is due at half past ten. */
    static FollowUpPlan newPlan() {
        return after(null, Journey.opened(LEAD, LEAD_OF_LI, MONDAY_TEN, TERMS), MONDAY_TEN);
    }

    /** A plan whose lead was first spoken to at ten past ten. */
    static FollowUpPlan answeredPlan() {
        return contacted(newPlan(), connected(), MONDAY_TEN.plus(Duration.ofMinutes(10)));
    }

    static FollowUpPlan contacted(FollowUpPlan plan, Contact contact, Instant at) {
        return after(plan, Contacting.contacted(plan, contact, at, TERMS), at);
    }

    /** A task that is one of the five steps. */
    static FollowUpScheduled step(
            LeadDimensions dimensions,
            String taskId,
            TaskPurpose purpose,
            Instant dueAt,
            int step,
            @Nullable ContactMedium medium) {
        return new FollowUpScheduled(dimensions, taskId, purpose, dueAt, step, medium);
    }

    static Contact connected() {
        return new Contact(ContactMedium.CALL, ContactResult.CONNECTED, null);
    }

    static FollowUpPlan after(@Nullable FollowUpPlan plan, Decision<FollowUpEvent> decision, Instant at) {
        FollowUpPlan state = plan;
        for (FollowUpEvent event : events(decision)) {
            state = BEHAVIOUR.apply(LEAD, state, event, at);
        }
        return Objects.requireNonNull(state);
    }

    static List<FollowUpEvent> events(Decision<FollowUpEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<FollowUpEvent>(List<FollowUpEvent> events) -> events;
            case Decision.Refused<FollowUpEvent>(Refusal refusal) -> throw new AssertionError("refused: " + refusal);
        };
    }

    static Refusal refusal(Decision<FollowUpEvent> decision) {
        return switch (decision) {
            case Decision.Refused<FollowUpEvent>(Refusal refusal) -> refusal;
            case Decision.Accepted<FollowUpEvent>(List<FollowUpEvent> events) ->
                throw new AssertionError("accepted: " + events);
        };
    }
}
