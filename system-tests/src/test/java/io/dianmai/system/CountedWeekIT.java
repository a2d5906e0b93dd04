package io.dianmai.system;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.contracts.fact.ComplaintClosed;
import io.dianmai.contracts.fact.ComplaintReceived;
import io.dianmai.contracts.fact.ComplaintReplied;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.TestDriveTaken;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.org.BusinessHours.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A scripted week of a store that is open from nine to six, counted by hand. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedWeekIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FIRST_DAY = 8;

    /** Long past, and the week lies within it. */
    private final YearMonth month = YearMonth.now(TestGroup.ZONE).minusMonths(1);

    private final TestGroup group;
    private final FactSender sender;

    CountedWeekIT(RunningPlatform platform) {
        this.group = TestGroup.register(platform, "week", 1, new Window(LocalTime.of(9, 0), LocalTime.of(18, 0)));
        this.sender = new FactSender(platform.door());
    }

    @Test
    void theNumbersOfAScriptedWeekAreThoseCountedByHand() {
        firstDay();
        secondDay();
        restOfTheWeek();

        Waiting.until(
                "the week is counted",
                PATIENCE,
                () -> assertThat(Counters.of(group, month.toString()))
                        .containsExactlyInAnyOrderEntriesOf(countedByHand()));
        Map<String, BigDecimal> values = values();
        assertThat(values)
                .containsAllEntriesOf(Map.ofEntries(
                        // 2 of 3 leads; 1 of 3 leads
                        entry("lost-rate", new BigDecimal("66.67")),
                        entry("close-rate", new BigDecimal("33.33")),
                        // 3 of 4 visits and calls
                        entry("retention-rate", new BigDecimal("75")),
                        entry("decision-cycle", new BigDecimal("3")),
                        // 25, 60 and 10 business minutes
                        entry("first-response-minutes", new BigDecimal("31.7")),
                        entry("follow-up-on-time", new BigDecimal("80")),
                        // 7,000 yuan from 2 vehicles, at a direct cost of 3,700
                        entry("revenue-per-vehicle", new BigDecimal("3500")),
                        entry("repair-gross-margin", new BigDecimal("47.14")),
                        // 2,700 of 3,300 yuan
                        entry("accident-profit-share", new BigDecimal("81.82")),
                        // 750 of 720 minutes
                        entry("workshop-efficiency", new BigDecimal("104.17")),
                        entry("handover-on-time", new BigDecimal("50")),
                        entry("complaint-response-on-time", new BigDecimal("50"))));
    }

    private static Map<String, Long> countedByHand() {
        return Map.ofEntries(
                entry("leadsRegistered", 3L),
                entry("walkIns", 3L),
                entry("calls", 1L),
                entry("visitsRetained", 3L),
                entry("leadsVisited", 1L),
                entry("orders", 1L),
                entry("financedOrders", 1L),
                entry("levelUpgrades", 1L),
                entry("leadsLost", 2L),
                entry("vehiclesDelivered", 1L),
                entry("nevDelivered", 1L),
                entry("newPolicies", 1L),
                entry("vehicleGrossProfit", 800_000L),
                entry("accessoryRevenue", 300_000L),
                entry("contacts", 6L),
                entry("effectiveContacts", 5L),
                entry("firstResponses", 3L),
                entry("firstResponsesOnTime", 2L),
                entry("followUpsDue", 5L),
                entry("followUpsOnTime", 4L),
                entry("shopVisits", 2L),
                entry("repairVehicles", 2L),
                entry("jobsQualityChecked", 2L),
                entry("jobsSettled", 2L),
                entry("soldHours", 720L),
                entry("actualHours", 750L),
                entry("repairRevenue", 700_000L),
                entry("careRevenue", 20_000L),
                entry("scrapRevenue", 2_500L),
                entry("addOnVisits", 1L),
                entry("handoversPromised", 2L),
                entry("handoversOnTime", 1L),
                entry("complaintsOpened", 2L),
                entry("complaintsAnsweredOnTime", 1L),
                entry("complaintsClosed", 2L),
                entry("complaintsResolvedOnTime", 1L),
                entry("complaintsSatisfied", 1L));
    }

    private void firstDay() {
        tell(
                at(0, "10:00", vehicle("service", JobKind.MAINTENANCE, "appointment", at(0, "16:00"))),
                at(0, "12:00", new WorkFinished("service", null, 120, 90)),
                at(0, "15:00", settled("service", new Settlement(30_000, 50_000, 20_000, 0, 500, 40_000), true)),
                at(0, "15:30", new VehicleReturned("service")),
                // Ten minutes before closing: answered after 25 business minutes, the next morning.
                at(0, "17:50", lead("buyer", Channel.WEB)));
    }

    /** What is said to customers waits for what was said before, as in life: told out of turn it would count otherwise. */
    private void secondDay() {
        tell(at(1, "09:15", contact("buyer", ContactResult.CONNECTED)));
        contactsCounted(1);
        tell(
                at(1, "10:00", lead("caller", Channel.PHONE)),
                at(1, "10:00", visit("call", VisitKind.CALL, true, null)),
                at(1, "10:10", contact("caller", ContactResult.NO_ANSWER)));
        contactsCounted(2);
        tell(at(1, "11:00", contact("caller", ContactResult.CONNECTED)));
        contactsCounted(3);
        tell(
                at(1, "12:00", vehicle("crash", JobKind.ACCIDENT, null, at(1, "17:00"))),
                at(1, "13:00", vehicle("demonstrator", JobKind.INTERNAL, null, null)),
                at(1, "14:00", visit("first", VisitKind.WALK_IN, true, "buyer")),
                at(1, "14:40", new TestDriveTaken("buyer", "M1", at(1, "14:10"), at(1, "14:40"))),
                at(1, "16:00", new WorkFinished("crash", null, 600, 660)),
                at(1, "17:30", settled("crash", new Settlement(200_000, 400_000, 0, 0, 2_000, 330_000), false)),
                at(1, "18:00", new VehicleReturned("crash")));
        contactsCounted(4);
    }

    private void restOfTheWeek() {
        tell(
                at(2, "10:00", new ComplaintReceived("waited", ComplaintCategory.WAITING, null, null)),
                at(2, "10:20", new ComplaintReplied("waited")),
                at(2, "15:00", lead("passer-by", Channel.WALK_IN)),
                at(2, "15:00", visit("passing", VisitKind.WALK_IN, false, null)),
                at(2, "15:10", contact("passer-by", ContactResult.CONNECTED)),
                at(2, "20:00", new ComplaintClosed("waited", true)),
                at(3, "10:00", new ComplaintReceived("scratch", ComplaintCategory.QUALITY, null, null)),
                at(3, "10:45", new ComplaintReplied("scratch")),
                at(3, "11:00", visit("second", VisitKind.WALK_IN, true, "buyer")));
        contactsCounted(6);
        tell(
                at(3, "12:00", new OrderSigned("buyer", "order", "M1", 18_000_000, 500_000, true, null, null)),
                at(4, "10:00", new CustomerLost("caller", LossReason.PRICE, null)),
                at(4, "10:30", new CustomerLost("passer-by", LossReason.NEEDS, null)),
                at(5, "09:30", new ComplaintClosed("scratch", false)),
                at(5, "11:00", new VehicleDelivered("buyer", "order", 800_000, 300_000, true, false, true, 60)));
    }

    private void contactsCounted(long contacts) {
        Waiting.until(
                contacts + " contacts are counted",
                PATIENCE,
                () -> assertThat(Counters.of(group, month.toString())).containsEntry("contacts", contacts));
    }

    private Map<String, BigDecimal> values() {
        return Json.list(group.values(month.toString()).path("values")).stream()
                .filter(value -> value.path("value").isNumber())
                .collect(
                        Collectors.toMap(value -> value.path("kpi").asString(), value -> decimal(value.path("value"))));
    }

    private static BigDecimal decimal(JsonNode number) {
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private void tell(Fact... facts) {
        sender.send(group.store(), List.of(facts));
    }

    private Fact at(int day, String time, StoreFact data) {
        return new Fact(UUID.randomUUID().toString(), group.store().storeId(), at(day, time), data);
    }

    private Instant at(int day, String time) {
        return month.atDay(FIRST_DAY + day)
                .atTime(LocalTime.parse(time))
                .atZone(TestGroup.ZONE)
                .toInstant();
    }

    private static StoreFact lead(String ref, Channel channel) {
        return new LeadReceived(ref, channel, null, null, null, "M1", null, null, null);
    }

    private static StoreFact visit(String ref, VisitKind kind, boolean retained, @Nullable String leadRef) {
        return new VisitReceived(ref, kind, 1, retained, leadRef, null, null);
    }

    private static StoreFact contact(String leadRef, ContactResult result) {
        return new ContactMade(leadRef, ContactMedium.CALL, result, null, null);
    }

    private static StoreFact vehicle(
            String ref, JobKind kind, @Nullable String appointment, @Nullable Instant promisedAt) {
        return new VehicleReceived(ref, kind, appointment, null, null, null, promisedAt);
    }

    private static StoreFact settled(String ref, Settlement amounts, boolean addOn) {
        return new JobSettled(ref, amounts, addOn);
    }
}
