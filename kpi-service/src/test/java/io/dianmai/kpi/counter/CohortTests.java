package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.kpi.History;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortTests {
    private static final Instant REGISTERED = Instant.parse("2026-10-31T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final LeadDimensions KNOWN = new LeadDimensions(Channel.WEB, null, "M5", "A1", "T1", REGISTERED);

    @Test
    void everyStageIsCountedForTheDayOfTheRegistration() {
        Map<Stage, EventData> events = Map.of(
                Stage.CONTACTED,
                new LeadContacted(KNOWN),
                Stage.VISITED,
                new LeadVisited(KNOWN, 1),
                Stage.TEST_DRIVEN,
                new LeadTestDriven(KNOWN, 1, "M5", 30),
                Stage.NEGOTIATING,
                new LeadQuoted(KNOWN, "Q1", "M5", 1, 0, false, null, 1),
                Stage.ORDERED,
                new LeadOrdered(KNOWN, "O1", 1, 1, false, 20, null, null),
                Stage.DELIVERED,
                new LeadDelivered(KNOWN, "O1", 1, 1, false, false, false, 1),
                Stage.LOST,
                new LeadLost(KNOWN, LossReason.PRICE, null));

        assertThat(events).containsOnlyKeys(Stage.values());
        events.forEach((stage, event) -> {
            Posting cohort = post(event).getLast();
            assertThat(cohort.at()).isEqualTo(REGISTERED);
            assertThat(cohort.amounts()).containsOnly(Map.entry(stage.counter(), 1L));
            assertThat(cohort.slices())
                    .contains(
                            new Slice(Dimension.ADVISOR, "A1"),
                            new Slice(Dimension.STAGE_TIME, stage.wireName() + "|20d"));
        });
    }

    @Test
    void onlyTheFirstTimeCountsAndOnlyWithARegistration() {
        assertThat(post(new LeadVisited(KNOWN, 2))).hasSize(1);
        assertThat(post(new LeadTestDriven(KNOWN, 2, "M5", 30))).isEmpty();
        assertThat(post(new LeadQuoted(KNOWN, "Q2", "M5", 1, 0, false, null, 2)))
                .hasSize(1);
        assertThat(post(new LeadQuoted(KNOWN, "Q3", "M5", 1, 0, false, null))).hasSize(1);
        assertThat(post(new FollowUpDone(KNOWN, "T1", TaskPurpose.FIRST_RESPONSE, NOON, true, false, null, 5)))
                .hasSize(1);
        assertThat(post(new LeadVisited(History.dimensions(Channel.WEB, "A1"), 1)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5M, visited|0h, 0",
        "PT59M59.999S, visited|0h, 0",
        "PT1H, visited|1h, 1",
        "PT71H59M, visited|71h, 71",
        "PT72H, visited|3d, 72",
        "PT95H, visited|3d, 72",
        "P4D, visited|4d, 96",
        "PT119H, visited|4d, 96"
    })
    void stageTimesAreWholeHoursAndThenDays(Duration taken, String text, long hours) {
        StageTime time = StageTime.between(REGISTERED, REGISTERED.plus(taken), Stage.VISITED);

        assertThat(time).hasToString(text);
        assertThat(StageTime.parse(text)).isEqualTo(new StageTime(Stage.VISITED, hours));
    }

    @Test
    void slotsReadBackAndOtherTextIsRefused() {
        ComplaintSlot slot = new ComplaintSlot(ComplaintCategory.WAITING, DayOfWeek.MONDAY, 14);

        assertThat(slot).hasToString("WAITING|1|14");
        assertThat(ComplaintSlot.parse("WAITING|1|14")).isEqualTo(slot);
        assertThatThrownBy(() -> ComplaintSlot.parse("WAITING|1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StageTime.parse("visited")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StageTime.parse("eaten|1h")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatServesOtherAnswersIsNoDimensionOfQueries() {
        assertThat(Dimension.named("competitor")).contains(Dimension.COMPETITOR);
        assertThat(Dimension.named(Dimension.STAGE_TIME.wireName())).isEmpty();
        assertThat(Dimension.named(Dimension.COMPLAINT_SLOT.wireName())).isEmpty();
    }

    private static List<Posting> post(EventData data) {
        return CounterMapping.postings(History.of("S1", "X").then(NOON, data).last(), ZoneOffset.UTC);
    }
}
