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
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One lead of advisor a1, who leaves on 1 June, and what becomes of it, with what the store keeps besides events. */
final class Course {
    static final Instant REGISTERED = Instant.parse("2026-03-10T01:42:10Z");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final List<StaffMember> STAFF = List.of(
            new StaffMember("a1", "甲", List.of(Role.SALES_CONSULTANT), "t1", LocalDate.of(2026, 6, 1)),
            new StaffMember("a2", "乙", List.of(Role.SALES_CONSULTANT), "t2", null));

    private final LeadBehaviour behaviour = new LeadBehaviour();
    private @Nullable Lead lead;

    static Course begun() {
        var course = new Course();
        course.happen(
                new Registration(
                        "XS-1",
                        Channel.WEB,
                        CustomerClass.PROSPECT,
                        new MaskedCustomer("王*", "138****0017", "hash"),
                        "Yunhai X5",
                        null,
                        "a1",
                        List.of(GradingCriterion.TERMS_DISCUSSED)),
                REGISTERED);
        return course;
    }

    /** That many days after the registration. */
    static Instant day(int days) {
        return REGISTERED.plus(Duration.ofDays(days));
    }

    static Order order(String orderId, @Nullable Instant expectedPayment) {
        return new Order(orderId, "Corolla", 15_000_000, 500_000, true, null, expectedPayment);
    }

    List<LeadEvent> happen(LeadCommand command, Instant time) {
        return switch (Lead.decide(lead, command, at(time))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> {
                events.forEach(event -> lead = behaviour.apply("lead-1", lead, event, time));
                lead = SaleBehaviour.keeping(lead(), command, time);
                yield events;
            }
            case Decision.Refused<LeadEvent>(Refusal refusal) -> throw new AssertionError(refusal.code());
        };
    }

    Refusal refused(LeadCommand command, Instant time) {
        return switch (Lead.decide(lead, command, at(time))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Refused<LeadEvent>(Refusal refusal) -> refusal;
        };
    }

    Lead lead() {
        return Objects.requireNonNull(lead);
    }

    /** As it was stored before the course of the sale was kept. */
    void forgetTheSale() {
        forgetTheSale(lead().progress());
    }

    void forgetTheSale(Progress progress) {
        Lead now = lead();
        lead = new Lead(
                now.reference(),
                now.customerClass(),
                now.customer(),
                now.registeredAt(),
                now.dimensions(),
                now.grade(),
                progress,
                now.activity(),
                now.recalled(),
                now.outlook(),
                now.hands(),
                now.card(),
                null);
    }

    private static Circumstances at(Instant time) {
        var roster = new Roster(true, STAFF, time.atZone(SHANGHAI).toLocalDate());
        return new Circumstances("lead-1", time, SHANGHAI, roster);
    }
}
