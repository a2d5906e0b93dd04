package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.LEAD_OF_LI;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.connected;
import static io.dianmai.followup.plan.Given.events;
import static io.dianmai.followup.plan.Given.newPlan;
import static io.dianmai.followup.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.TaskPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FirstResponseTests {
    private static final Instant DUE = MONDAY_TEN.plus(Duration.ofMinutes(30));

    @Test
    void isDueHalfAnHourAfterRegistration() {
        assertThat(events(Journey.opened(LEAD, LEAD_OF_LI, MONDAY_TEN, TERMS)))
                .containsExactly(step(LEAD_OF_LI, LEAD + ":1", TaskPurpose.FIRST_RESPONSE, DUE, 1, null));
    }

    @Test
    void waitsForTheStoreToOpen() {
        Instant saturdayNearlySix = Instant.parse("2026-11-28T09:50:00Z");
        assertThat(events(Journey.opened(LEAD, LEAD_OF_LI, saturdayNearlySix, TERMS)))
                .first()
                .extracting("dueAt")
                .isEqualTo(Instant.parse("2026-11-30T01:20:00Z"));
    }

    @Test
    void isDoneByAnEffectiveContactAndTheNextFollowsByCadence() {
        Instant at = MONDAY_TEN.plus(Duration.ofMinutes(12));
        assertThat(events(Contacting.contacted(newPlan(), connected(), at, TERMS)))
                .containsExactly(
                        new ContactLogged(LEAD_OF_LI, ContactMedium.CALL, ContactResult.CONNECTED, true),
                        new FollowUpDone(
                                LEAD_OF_LI,
                                LEAD + ":1",
                                TaskPurpose.FIRST_RESPONSE,
                                DUE,
                                true,
                                false,
                                null,
                                12,
                                ContactResult.CONNECTED,
                                1),
                        step(LEAD_OF_LI, LEAD + ":2", TaskPurpose.CADENCE, at.plus(Duration.ofDays(15)), 2, null));
    }

    @Test
    void isOnTimeUntilTheVeryMillisecond() {
        assertThat(onTime(DUE)).isTrue();
        assertThat(onTime(DUE.minusMillis(1))).isTrue();
        assertThat(onTime(DUE.plusMillis(1))).isFalse();
    }

    @Test
    void isDoneByACustomerMetBeforeTheLeadWasPutOnFile() {
        assertThat(done(MONDAY_TEN.minusSeconds(60)))
                .extracting(FollowUpDone::onTime, FollowUpDone::businessMinutes)
                .containsExactly(true, 0L);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"NO_ANSWER", "WRONG_NUMBER", "AUTOMATIC_REPLY"})
    void isNotDoneByContactsThatReachNobody(ContactResult result) {
        var contact = new Contact(ContactMedium.CALL, result, null);
        assertThat(events(Contacting.contacted(newPlan(), contact, MONDAY_TEN, TERMS)))
                .containsExactly(new ContactLogged(LEAD_OF_LI, ContactMedium.CALL, result, false));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"CONNECTED", "AGREED_NEXT_STEP", "CAME_TO_STORE", "REFUSED"})
    void isDoneByContactsThatReachTheCustomer(ContactResult result) {
        var contact = new Contact(ContactMedium.CALL, result, null);
        List<FollowUpEvent> events = events(Contacting.contacted(newPlan(), contact, MONDAY_TEN, TERMS));
        assertThat(events).hasSize(3).element(1).isInstanceOf(FollowUpDone.class);
    }

    private static boolean onTime(Instant contactedAt) {
        return done(contactedAt).onTime();
    }

    private static FollowUpDone done(Instant contactedAt) {
        return (FollowUpDone) events(Contacting.contacted(newPlan(), connected(), contactedAt, TERMS))
                .get(1);
    }
}
