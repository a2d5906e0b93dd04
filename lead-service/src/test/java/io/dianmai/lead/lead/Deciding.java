package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.grading.Yardstick;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One lead of a store with two consultants, and what is asked of it. */
final class Deciding {
    static final Instant REGISTERED = Instant.parse("2026-03-10T01:42:10Z");
    private static final Roster ROSTER = new Roster(
            true,
            List.of(
                    new StaffMember("a1", "甲", List.of(Role.SALES_CONSULTANT), "t1", null),
                    new StaffMember("a2", "乙", List.of(Role.SALES_CONSULTANT), "t2", null)),
            LocalDate.of(2026, 3, 10));

    private final LeadBehaviour behaviour = new LeadBehaviour();
    private Yardstick yardstick;
    private Instant now = REGISTERED;
    private @Nullable Lead lead;

    Deciding(Yardstick yardstick) {
        this.yardstick = yardstick;
    }

    void goBy(Yardstick other) {
        yardstick = other;
    }

    void wait(Duration duration) {
        now = now.plus(duration);
    }

    static Registration registration(@Nullable String advisorId, GradingCriterion... criteria) {
        return new Registration(
                "XS-1",
                Channel.WEB,
                CustomerClass.PROSPECT,
                new MaskedCustomer("王*", "138****0017", "hash"),
                "Yunhai X5",
                null,
                advisorId,
                List.of(criteria));
    }

    /** What comes of it; it has happened then. */
    List<LeadEvent> happens(LeadCommand command) {
        return switch (decide(command)) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> {
                events.forEach(this::happens);
                yield events;
            }
            case Decision.Refused<LeadEvent>(Refusal refusal) -> throw new AssertionError(refusal.code());
        };
    }

    void happens(LeadEvent event) {
        lead = behaviour.apply("lead-1", lead, event, now);
    }

    Refusal refused(LeadCommand command) {
        return switch (decide(command)) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Refused<LeadEvent>(Refusal refusal) -> refusal;
        };
    }

    private Decision<LeadEvent> decide(LeadCommand command) {
        var circumstances = new Circumstances("lead-1", now, ZoneId.of("Asia/Shanghai"), ROSTER, yardstick);
        return Scoring.decide(lead, command, circumstances);
    }

    Lead lead() {
        return Objects.requireNonNull(lead);
    }
}
