package io.dianmai.bench.history;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lead with its follow-ups, from registration to delivery or loss: about 19 events in about two weeks. */
final class LeadTale {
    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final List<LossReason> REASONS = List.of(LossReason.values());
    private static final List<String> ACTIVITIES = List.of("spring", "shopping-mall", "car-show", "night", "county");
    private static final List<String> MODELS = List.of("M1", "M3", "M5", "M7", "X1", "X3", "X5", "E1");
    private static final Duration RESPONSE = Duration.ofMinutes(30);
    private static final Duration CADENCE = Duration.ofDays(3);

    private final Tale tale;
    private final Tale.Subject lead;
    private final Tale.Subject plan;
    private final String consultant;
    private final LeadDimensions dimensions;

    private LeadTale(Tale tale) {
        this.tale = tale;
        this.lead = tale.subject();
        this.plan = tale.subject();
        int number = tale.below(Group.ADVISERS);
        this.consultant = Group.consultant(tale.store(), number);
        this.dimensions = new LeadDimensions(
                tale.oneOf(CHANNELS),
                tale.oneOf(ACTIVITIES),
                tale.oneOf(MODELS),
                consultant,
                Group.team(tale.store(), number),
                tale.now());
    }

    static List<Envelope<EventData>> told(Tale tale) {
        new LeadTale(tale).tell();
        return tale.events();
    }

    private void tell() {
        arrive();
        respond();
        visit(1);
        followUp();
        if (tale.chance(40)) {
            visit(2);
            followUp();
        }
        decide();
    }

    private void arrive() {
        lead.tell(new LeadRegistered(
                dimensions,
                CustomerClass.PROSPECT,
                new MaskedCustomer("王*", "138****0000", "6f1c1f6e6d5c5a3e9f0b2a1d0c7b8e11"),
                "DMS-" + lead.name().substring(0, 8)));
        tale.after(Duration.ofMinutes(1));
        lead.tell(new LeadAssigned(dimensions, consultant, null, AssignmentReason.RULE));
        lead.tell(new LeadGraded(dimensions, Level.C, null, false, null));
    }

    private void respond() {
        String task = tale.id();
        Instant due = tale.now().plus(RESPONSE);
        plan.tell(new FollowUpScheduled(dimensions, task, TaskPurpose.FIRST_RESPONSE, due));
        boolean late = tale.chance(10);
        if (late) {
            tale.after(RESPONSE);
            plan.tell(new FollowUpOverdue(dimensions, task, TaskPurpose.FIRST_RESPONSE, due));
        }
        tale.after(Duration.ofMinutes(3 + tale.below(20)));
        contact();
        plan.tell(new FollowUpDone(
                dimensions, task, TaskPurpose.FIRST_RESPONSE, due, !late, late, late ? dimensions : null, 12));
    }

    private void followUp() {
        String task = tale.id();
        Instant due = tale.now().plus(CADENCE);
        plan.tell(new FollowUpScheduled(dimensions, task, TaskPurpose.CADENCE, due));
        tale.after(Duration.ofHours(20 + tale.below(40)));
        contact();
        plan.tell(new FollowUpDone(dimensions, task, TaskPurpose.CADENCE, due, true, false, null, 600));
    }

    private void contact() {
        if (tale.chance(30)) {
            plan.tell(new ContactLogged(dimensions, ContactMedium.CALL, ContactResult.NO_ANSWER, false));
            tale.after(Duration.ofMinutes(2));
        }
        plan.tell(new ContactLogged(dimensions, ContactMedium.CALL, ContactResult.CONNECTED, true));
    }

    private void visit(int number) {
        tale.after(Duration.ofHours(4 + tale.below(30)));
        tale.subject().tell(new VisitLogged(dimensions, VisitKind.WALK_IN, 2, true, lead.name()));
        lead.tell(new LeadVisited(dimensions, number));
        if (number == 1) {
            tale.after(Duration.ofMinutes(20));
            lead.tell(new LeadTestDriven(dimensions, 1, "M5", 25));
            lead.tell(new LeadGraded(dimensions, Level.B, Level.C, false, null));
        }
    }

    private void decide() {
        tale.after(Duration.ofHours(6 + tale.below(48)));
        if (tale.chance(45)) {
            lead.tell(new LeadLost(dimensions, tale.oneOf(REASONS), competitor()));
        } else {
            buy(tale.id());
        }
    }

    private void buy(String order) {
        lead.tell(new LeadGraded(dimensions, Level.O, Level.B, false, null));
        lead.tell(new LeadOrdered(
                dimensions,
                order,
                18_000_000,
                500_000,
                tale.chance(50),
                7,
                tale.now().plus(Duration.ofDays(10)),
                null));
        tale.after(Duration.ofDays(4 + tale.below(6)));
        lead.tell(new LeadDelivered(
                dimensions, order, 900_000L - tale.below(1_000_000), 120_000, tale.chance(40), false, true, 41));
    }

    private @Nullable String competitor() {
        return tale.chance(60) ? "rival-" + tale.below(4) : null;
    }
}
