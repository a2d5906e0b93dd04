package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.LeadHandedTo;
import io.dianmai.contracts.fact.LeadReactivated;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.LeadTakenBack;
import io.dianmai.contracts.fact.TestDriveTaken;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.org.Role;
import io.dianmai.local.sample.group.Model;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the first time that somebody comes, calls or writes to the delivery of a vehicle, or to the day on which it is
 * bought elsewhere.
 */
final class SalesJourney {
    private static final Odds<FirstTouch> FIRST_TOUCHES =
            Odds.of(FirstTouch.WALK_IN, 50).or(FirstTouch.CALL, 34).or(FirstTouch.REMOTE, 16);
    private static final Odds<Channel> REMOTE_CHANNELS = Odds.of(Channel.WEB, 62)
            .or(Channel.EVENT, 12)
            .or(Channel.REFERRAL, 12)
            .or(Channel.REPEAT_OWNER, 8)
            .or(Channel.OUTREACH, 3)
            .or(Channel.INTERNAL_TIP, 2)
            .or(Channel.VIP, 1);
    private static final Odds<GradingCriterion> FIRST_IMPRESSIONS = Odds.of(GradingCriterion.WISHES_TO_BUY, 25)
            .or(GradingCriterion.CHOOSING_A_MODEL, 25)
            .or(GradingCriterion.HESITATING_BETWEEN_MODELS, 15)
            .or(GradingCriterion.PURCHASE_TIME_SET, 15)
            .or(GradingCriterion.TERMS_DISCUSSED, 12)
            .or(GradingCriterion.MODEL_AND_COLOUR_CHOSEN, 8);
    private static final Odds<LossReason> LOSSES = Odds.of(LossReason.PRICE, 32)
            .or(LossReason.PRODUCT, 20)
            .or(LossReason.STOCK, 14)
            .or(LossReason.FINANCE, 13)
            .or(LossReason.NEEDS, 11)
            .or(LossReason.SERVICE, 10);

    /** 留档; who comes again is on file, so that of all visits it is nearly half. */
    private static final double RETAINED = 0.38;

    private static final double TAKEN_BACK = 0.1;
    private static final double WON_BACK = 0.05;
    private static final double ORDERED = 0.185;
    private static final double ORDERED_AT_MOST = 0.4;

    private final String id;
    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final String leadRef;
    private final String advisor;
    private final GradingCriterion impression;
    private final Model model;

    private SalesJourney(String id, Scene scene, Instant start) {
        this.id = id;
        this.scene = scene;
        this.chance = new Chance(id);
        this.diary = new Diary(id, scene.store().id(), start);
        this.leadRef = "XS-" + id;
        this.advisor = scene.anyone(Role.SALES_CONSULTANT, chance);
        this.impression = FIRST_IMPRESSIONS.draw(chance);
        this.model = scene.anyModel(chance);
    }

    /** What whoever follows it up must know of a lead. */
    record Lead(String reference, String advisor, GradingCriterion impression) {}

    private enum FirstTouch {
        WALK_IN,
        CALL,
        REMOTE
    }

    /** All of it, however far it reaches. */
    static List<SampleFact> play(String id, Scene scene, Instant start) {
        var journey = new SalesJourney(id, scene, start);
        FirstTouch touch = FIRST_TOUCHES.draw(journey.chance);
        boolean onFile = touch == FirstTouch.REMOTE || journey.chance.in(RETAINED);
        journey.arrive(touch, onFile);
        if (onFile) {
            journey.goOn(touch);
        }
        return journey.diary.facts();
    }

    private void arrive(FirstTouch touch, boolean onFile) {
        switch (touch) {
            case WALK_IN -> visit(VisitKind.WALK_IN, chance.between(1, 4), onFile ? leadRef : null);
            case CALL -> visit(VisitKind.CALL, 1, onFile ? leadRef : null);
            case REMOTE -> {}
        }
    }

    private void goOn(FirstTouch touch) {
        var contacts = new Contacts(scene, chance, diary, new Lead(leadRef, advisor, impression));
        switch (touch) {
            case WALK_IN -> {
                register(Channel.WALK_IN);
                contacts.receive();
                lookAround(0.25);
            }
            case CALL -> {
                register(Channel.PHONE);
                contacts.answerCall();
            }
            case REMOTE -> {
                register(REMOTE_CHANNELS.draw(chance));
                contacts.respond();
            }
        }
        new Card(scene, new Chance("card of " + id), diary, leadRef, model).maybeFill();
        boolean orders =
                chance.in(Math.min(ORDERED_AT_MOST, ORDERED * scene.habits().closing() * Scene.skillOf(advisor)));
        contacts.followUpUntil(
                scene.pace().afterDays(diary.now(), orders ? chance.between(2.0, 26.0) : chance.between(5.0, 45.0)));
        if (!orders || !order()) {
            lose();
        }
    }

    private boolean order() {
        visit(VisitKind.WALK_IN, chance.between(1, 3), leadRef);
        lookAround(0.5);
        return new Purchase(id, scene, chance, diary, leadRef, model).make();
    }

    private void register(Channel channel) {
        diary.until(scene.pace().afterMinutes(diary.now(), chance.between(1.0, 6.0)));
        diary.note(new LeadReceived(
                leadRef,
                channel,
                classOf(channel),
                scene.anyName(chance),
                "1900%07d".formatted(chance.between(0, 9_999_999)),
                model.name(),
                channel == Channel.EVENT ? scene.store().id() + "-auto-show" : null,
                advisor,
                List.of(impression)));
        if (chance.in(0.03)) {
            diary.until(scene.pace().afterMinutes(diary.now(), chance.between(1.0, 3.0)));
            diary.note(new LeadHandedTo(leadRef, scene.anyone(Role.SALES_CONSULTANT, chance)));
        }
    }

    private CustomerClass classOf(Channel channel) {
        return switch (channel) {
            case REFERRAL -> CustomerClass.REFERRED;
            case REPEAT_OWNER -> CustomerClass.OWN_SOLD_OWNER;
            case VIP -> CustomerClass.VIP;
            case WALK_IN, PHONE, WEB, EVENT, OUTREACH, INTERNAL_TIP, FELLOW_TRADER ->
                chance.in(0.2) ? CustomerClass.OTHER_BRAND_OWNER : CustomerClass.PROSPECT;
        };
    }

    private void visit(VisitKind kind, int party, @Nullable String lead) {
        diary.note(new VisitReceived(
                "LD-" + id + "-" + diary.noted(), kind, party, lead != null, lead, advisor, model.name()));
    }

    private void lookAround(double testDriveProbability) {
        diary.until(scene.pace().afterMinutes(diary.now(), chance.between(15.0, 45.0)));
        if (chance.in(testDriveProbability)) {
            Instant begun = diary.now();
            diary.until(scene.pace().afterMinutes(begun, chance.between(15.0, 40.0)));
            diary.note(new TestDriveTaken(leadRef, model.name(), begun, diary.now()));
        }
    }

    private void lose() {
        var fate = new Chance("fate of " + id);
        if (fate.in(TAKEN_BACK)) {
            diary.aside(diary.now(), new LeadTakenBack(leadRef, "长期无进展，收回公海"));
            diary.until(scene.pace().afterDays(diary.now(), fate.between(6.0, 16.0)));
        }
        String bought = chance.in(0.7) ? chance.of(scene.store().brand().competitors()) : null;
        diary.note(new CustomerLost(leadRef, LOSSES.draw(chance), bought));
        if (fate.in(WON_BACK)) {
            diary.until(scene.pace().afterDays(diary.now(), fate.between(8.0, 30.0)));
            diary.note(new LeadReactivated(leadRef));
            diary.until(scene.pace().afterMinutes(diary.now(), fate.between(2.0, 20.0)));
            Instant next = scene.pace().afterDays(diary.now(), fate.between(2.0, 7.0));
            diary.note(new ContactMade(leadRef, ContactMedium.CALL, ContactResult.AGREED_NEXT_STEP, next, advisor));
        }
    }
}
