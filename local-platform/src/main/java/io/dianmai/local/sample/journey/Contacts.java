package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.FollowUpPassedOver;
import io.dianmai.contracts.fact.FollowUpPutOff;
import io.dianmai.contracts.fact.LeadAssessed;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.VisitKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 跟进: how an advisor keeps in touch with one lead, mostly in time, sometimes not. */
final class Contacts {
    private static final Odds<ContactMedium> MEDIA =
            Odds.of(ContactMedium.CALL, 70).or(ContactMedium.MESSAGE, 26).or(ContactMedium.EMAIL, 4);
    private static final Odds<ContactResult> RESULTS = Odds.of(ContactResult.CONNECTED, 46)
            .or(ContactResult.AGREED_NEXT_STEP, 34)
            .or(ContactResult.NO_ANSWER, 16)
            .or(ContactResult.AUTOMATIC_REPLY, 2)
            .or(ContactResult.REFUSED, 2);
    private static final Odds<GradingCriterion> GROWING_WISHES = Odds.of(GradingCriterion.TERMS_DISCUSSED, 30)
            .or(GradingCriterion.PURCHASE_TIME_SET, 25)
            .or(GradingCriterion.NEXT_MEETING_SET, 20)
            .or(GradingCriterion.MODEL_AND_COLOUR_CHOSEN, 15)
            .or(GradingCriterion.TRADE_IN_UNDER_WAY, 10);

    private static final double RETRY_DAYS = 0.2;

    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final String leadRef;
    private final String advisor;

    /** Apart from the other choices, so that theirs do not depend on who is put off. */
    private final Chance quirks;

    /** Days to the next contact where none is agreed. */
    private double routine;

    Contacts(Scene scene, Chance chance, Diary diary, SalesJourney.Lead lead) {
        this.scene = scene;
        this.chance = chance;
        this.diary = diary;
        this.leadRef = lead.reference();
        this.advisor = lead.advisor();
        this.quirks = new Chance("quirks of " + lead.reference());
        this.routine = routineOf(lead.impression());
    }

    /** A little more often than the usual cadence of the level that the criterion stands for. */
    private static double routineOf(GradingCriterion criterion) {
        return switch (criterion) {
            case ORDERED_AND_DELIVERED, DEPOSIT_TAKEN -> 6.8;
            case MODEL_AND_COLOUR_CHOSEN, PAYMENT_AND_DELIVERY_GIVEN, INSTALMENT_PAPERS_UNDER_WAY, TRADE_IN_UNDER_WAY ->
                3.4;
            case TERMS_DISCUSSED, PURCHASE_TIME_SET, NEXT_MEETING_SET, CAME_BACK, ASKED_HELP_WITH_OLD_CAR -> 6.8;
            case WISHES_TO_BUY, CHOOSING_A_MODEL, HESITATING_BETWEEN_MODELS, QUALIFIED_BUYER -> 14.5;
        };
    }

    /** Whoever comes is received. */
    void receive() {
        contact(ContactMedium.VISIT, ContactResult.CAME_TO_STORE, null);
    }

    /** Whoever calls is spoken to. */
    void answerCall() {
        contact(ContactMedium.CALL, ContactResult.CONNECTED, null);
    }

    /** 首次响应: within 30 business minutes, unless somebody sleeps. */
    void respond() {
        boolean prompt = chance.in(scene.habits().promptness());
        if (chance.in(0.2)) {
            passMinutes(1, 10);
            contact(ContactMedium.CALL, ContactResult.NO_ANSWER, null);
        }
        if (prompt) {
            passMinutes(2, 18);
        } else {
            passMinutes(35, 200);
        }
        contact(ContactMedium.CALL, ContactResult.CONNECTED, null);
    }

    /** Contact after contact, each when its time has come or after it, as long as the customer has not decided. */
    void followUpUntil(Instant decision) {
        double days = routine;
        while (true) {
            boolean kept = chance.in(scene.habits().promptness());
            double share = kept ? chance.between(0.55, 0.9) : chance.between(1.3, 2.0);
            Instant next = scene.pace().afterDays(diary.now(), days * share);
            if (!next.isBefore(decision)) {
                diary.until(decision);
                return;
            }
            putOff(kept, days, next);
            diary.until(next);
            days = contactAgain();
        }
    }

    /** Some of those who will be late say so in time; now and then a contact is left out. */
    private void putOff(boolean kept, double days, Instant next) {
        if (!kept && quirks.in(0.25)) {
            Instant said = scene.pace().afterDays(diary.now(), days * 0.6);
            diary.aside(said.isBefore(next) ? said : diary.now(), new FollowUpPutOff(leadRef, next, "客户出差，回来后再联系"));
        } else if (quirks.in(0.03)) {
            diary.aside(diary.now(), new FollowUpPassedOver(leadRef, "车展现场已当面沟通"));
        }
    }

    /** Returns in how many days the next contact is due. */
    private double contactAgain() {
        ContactResult result = RESULTS.draw(chance);
        return switch (result) {
            case AGREED_NEXT_STEP -> {
                double days = chance.between(2.0, 6.0);
                contact(MEDIA.draw(chance), result, scene.pace().afterDays(diary.now(), days));
                comeCloser();
                yield days;
            }
            case CONNECTED, CAME_TO_STORE -> {
                contact(MEDIA.draw(chance), result, null);
                comeCloser();
                yield routine;
            }
            case REFUSED -> {
                contact(ContactMedium.CALL, result, null);
                yield routine;
            }
            case NO_ANSWER, WRONG_NUMBER -> {
                contact(ContactMedium.CALL, result, null);
                yield RETRY_DAYS;
            }
            case AUTOMATIC_REPLY -> {
                contact(ContactMedium.MESSAGE, result, null);
                yield RETRY_DAYS;
            }
        };
    }

    private void contact(ContactMedium medium, ContactResult result, @Nullable Instant agreed) {
        diary.note(new ContactMade(leadRef, medium, result, agreed, advisor));
    }

    /** Some want it more after each talk; some come and look again. */
    private void comeCloser() {
        if (chance.in(0.25)) {
            passMinutes(1, 5);
            diary.note(assessment());
        }
        if (chance.in(0.1)) {
            passMinutes(60, 240);
            String visitRef = "LD-" + leadRef + "-" + diary.noted();
            diary.note(new VisitReceived(visitRef, VisitKind.WALK_IN, 2, true, leadRef, advisor, null));
        }
    }

    private LeadAssessed assessment() {
        if (chance.in(0.06)) {
            routine = routineOf(GradingCriterion.MODEL_AND_COLOUR_CHOSEN);
            return new LeadAssessed(leadRef, null, Level.A, "客户急用车，主动提级");
        }
        GradingCriterion wish = GROWING_WISHES.draw(chance);
        routine = routineOf(wish);
        return new LeadAssessed(leadRef, List.of(wish), null, null);
    }

    private void passMinutes(int least, int most) {
        diary.until(scene.pace().afterMinutes(diary.now(), chance.between((double) least, most)));
    }
}
