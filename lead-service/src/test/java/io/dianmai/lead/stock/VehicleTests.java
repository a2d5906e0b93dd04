package io.dianmai.lead.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.contracts.lead.VehicleAllocated;
import io.dianmai.contracts.lead.VehicleReleased;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.stock.VehicleCommand.Allocation;
import io.dianmai.lead.stock.VehicleCommand.Arrival;
import io.dianmai.lead.stock.VehicleCommand.HandedOut;
import io.dianmai.lead.stock.VehicleCommand.Receipt;
import io.dianmai.lead.stock.VehicleCommand.Release;
import io.dianmai.lead.stock.VehicleCommand.Reservation;
import io.dianmai.lead.stock.VehicleCommand.Sale;
import io.dianmai.lead.stock.VehicleCommand.Transfer;
import io.dianmai.lead.stock.VehicleCommand.Withdrawal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VehicleTests {
    private static final String STORE = "s1";
    private static final Instant TIME = Instant.parse("2026-03-10T01:30:00Z");
    private static final Instant JANUARY = Instant.parse("2026-01-05T02:00:00Z");
    private static final StockVehicle CAR = new StockVehicle("KC-1", "Yunhai X5", "white", "****0017", true, false);
    private static final long COST = 13_200_000;

    private final VehicleBehaviour behaviour = new VehicleBehaviour();
    private @Nullable Vehicle vehicle;

    @Test
    void comesIntoStockWithItsAgeAndCost() {
        assertThat(does(new Receipt(CAR, COST, JANUARY, null)))
                .containsExactly(new VehicleStocked(CAR, COST, JANUARY, null));
        assertThat(vehicle().state()).isEqualTo(StockState.IN_STOCK);
        assertThat(vehicle().stockedAt()).isEqualTo(TIME);
    }

    @Test
    void agesFromItsReceiptUnlessToldOtherwise() {
        assertThat(does(new Receipt(CAR, COST, null, null))).containsExactly(new VehicleStocked(CAR, COST, TIME, null));
    }

    @Test
    void hasNotAgedBeforeItCouldOrFromATimeToCome() {
        Instant before2000 = Instant.parse("1999-12-31T23:59:59.999Z");
        assertThat(refusal(new Receipt(CAR, COST, TIME.plusMillis(1), null)))
                .isEqualTo(VehicleRefusals.AGED_FROM_IMPOSSIBLE);
        assertThat(refusal(new Receipt(CAR, COST, Instant.parse("9999-12-31T00:00:00Z"), null)))
                .isEqualTo(VehicleRefusals.AGED_FROM_IMPOSSIBLE);
        assertThat(refusal(new Receipt(CAR, COST, before2000, null))).isEqualTo(VehicleRefusals.AGED_FROM_IMPOSSIBLE);
        assertThat(does(new Receipt(CAR, COST, TIME, null))).hasSize(1);
    }

    @Test
    void isReceivedOnce() {
        received();
        assertThat(refusal(new Receipt(CAR, COST, JANUARY, null))).isEqualTo(VehicleRefusals.ALREADY_STOCKED);
        does(new Sale("SO-1", false));
        assertThat(refusal(new Receipt(CAR, COST, JANUARY, null))).isEqualTo(VehicleRefusals.SOLD);
    }

    @Test
    void isForOneOrderAtATime() {
        received();
        assertThat(does(new Allocation("SO-1", "L1"))).containsExactly(new VehicleAllocated(CAR, "SO-1", "L1"));
        assertThat(does(new Allocation("SO-1", "L1"))).isEmpty();
        assertThat(refusal(new Allocation("SO-2", null))).isEqualTo(VehicleRefusals.ALLOCATED);
        assertThat(does(new Release())).containsExactly(new VehicleReleased(CAR, "SO-1"));
        assertThat(refusal(new Release())).isEqualTo(VehicleRefusals.NOT_ALLOCATED);
        assertThat(does(new Allocation("SO-2", null))).hasSize(1);
    }

    @Test
    void isSoldOnceWithCostAndAgeAsItWasStocked() {
        received();
        does(new Allocation("SO-1", null));
        assertThat(refusal(new Sale("SO-2", false))).isEqualTo(VehicleRefusals.OTHER_ORDER);
        assertThat(does(new Sale(null, false))).containsExactly(new VehicleSold(CAR, "SO-1", COST, JANUARY));
        assertThat(refusal(new Sale("SO-1", false))).isEqualTo(VehicleRefusals.SOLD);
        assertThat(refusal(new Sale("SO-2", true))).isEqualTo(VehicleRefusals.SOLD);
        assertThat(refusal(new Allocation("SO-1", null))).isEqualTo(VehicleRefusals.SOLD);
        assertThat(refusal(new Release())).isEqualTo(VehicleRefusals.SOLD);
        assertThat(refusal(new Transfer("s2", true))).isEqualTo(VehicleRefusals.SOLD);
    }

    @Test
    void wasSoldWhereAStoreSystemSaysSoWhomeverItWasFor() {
        received();
        does(new Allocation("SO-1", "L1"));
        assertThat(does(new Sale("SO-2", true))).containsExactly(new VehicleSold(CAR, "SO-2", COST, JANUARY));
        assertThat(vehicle().standing().clashes()).extracting(Wanted::orderId).containsExactly("SO-1");
        assertThat(does(new Sale("SO-2", true))).as("the same again").isEmpty();
    }

    @Test
    void leavesForAnotherStoreOfTheGroupOnly() {
        received();
        assertThat(refusal(new Transfer(STORE, true))).isEqualTo(VehicleRefusals.SAME_STORE);
        assertThat(refusal(new Transfer("nowhere", false))).isEqualTo(VehicleRefusals.UNKNOWN_STORE);
        does(new Allocation("SO-1", null));
        assertThat(refusal(new Transfer("s2", true))).isEqualTo(VehicleRefusals.ALLOCATED);
        does(new Release());
        assertThat(does(new Transfer("s2", true))).containsExactly(new VehicleTransferred(CAR, "s2", COST, JANUARY));
        assertThat(refusal(new Transfer("s2", true))).isEqualTo(VehicleRefusals.GONE);
        assertThat(refusal(new Sale("SO-1", true))).isEqualTo(VehicleRefusals.GONE);
        assertThat(refusal(new Allocation("SO-1", null))).isEqualTo(VehicleRefusals.GONE);
    }

    @Test
    void arrivesAsOldAsItLeftAndOnce() {
        var arrival = new Arrival(CAR, COST, JANUARY, "s0", null);
        assertThat(does(arrival)).containsExactly(new VehicleStocked(CAR, COST, JANUARY, "s0"));
        assertThat(does(arrival)).as("the store knows it by now").isEmpty();
    }

    @Test
    void isNotTakenForAnotherOneWithTheSameReference() {
        received();
        var other = new StockVehicle("KC-1", "Yunhai S3", null, null, false, false);
        assertThat(refusal(new Arrival(other, COST, JANUARY, "s0", null))).isEqualTo(VehicleRefusals.OTHER_VEHICLE);
        does(new Sale(null, true));
        assertThat(refusal(new Arrival(CAR, COST, JANUARY, "s0", null))).isEqualTo(VehicleRefusals.OTHER_VEHICLE);
    }

    @Test
    void comesBackNoYounger() {
        received();
        does(new Transfer("s2", true));
        assertThat(does(new Receipt(CAR, COST, null, null)))
                .containsExactly(new VehicleStocked(CAR, COST, JANUARY, null));
        assertThat(vehicle().standing().leftAt()).isNull();
    }

    @Test
    void isForTheOrderThatNamesItFirstAndShowsTheOthers() {
        received();
        assertThat(does(new Reservation("SO-1", "L1"))).containsExactly(new VehicleAllocated(CAR, "SO-1", "L1"));
        assertThat(does(new Reservation("SO-2", "L2"))).isEmpty();
        assertThat(does(new Reservation("SO-2", "L2"))).isEmpty();
        assertThat(vehicle().standing().clashes()).containsExactly(new Wanted("SO-2", "L2", TIME));

        assertThat(does(new Withdrawal("SO-1")))
                .containsExactly(new VehicleReleased(CAR, "SO-1"), new VehicleAllocated(CAR, "SO-2", "L2"));
        assertThat(vehicle().standing().clashes()).isEmpty();
        assertThat(does(new Withdrawal("SO-2"))).containsExactly(new VehicleReleased(CAR, "SO-2"));
        assertThat(vehicle().state()).isEqualTo(StockState.IN_STOCK);
    }

    @Test
    void forgetsAnOrderThatWantsItNoMore() {
        received();
        does(new Reservation("SO-1", "L1"));
        does(new Reservation("SO-2", "L2"));
        assertThat(does(new Withdrawal("SO-2"))).isEmpty();
        assertThat(vehicle().standing().clashes()).isEmpty();
        assertThat(vehicle().isFor("SO-1")).isTrue();
    }

    @Test
    void isHandedOutToWhoeverGotIt() {
        received();
        does(new Reservation("SO-1", "L1"));
        assertThat(does(new HandedOut("SO-1", "L1"))).containsExactly(new VehicleSold(CAR, "SO-1", COST, JANUARY));
        assertThat(does(new HandedOut("SO-1", "L1"))).isEmpty();
        assertThat(does(new Withdrawal("SO-1"))).as("what is sold stays sold").isEmpty();
        assertThat(vehicle().standing().clashes()).isEmpty();
    }

    @Test
    void canBeSoldToNobodyNamedBeforeItsDeliveryIsHeard() {
        received();
        does(new Sale(null, true));
        assertThat(does(new HandedOut("SO-1", "L1"))).isEmpty();
        assertThat(vehicle().standing().clashes()).isEmpty();
    }

    @Test
    void isUnknownUntilItWasReceived() {
        assertThat(refusal(new Release())).isEqualTo(VehicleRefusals.NOT_FOUND);
        assertThat(refusal(new Sale("SO-1", true))).isEqualTo(VehicleRefusals.NOT_FOUND);
    }

    private void received() {
        does(new Receipt(CAR, COST, JANUARY, null));
    }

    private List<StockEvent> does(VehicleCommand asked) {
        var decision = Intake.decide(vehicle, STORE, asked, TIME);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        var events = ((Decision.Accepted<StockEvent>) decision).events();
        events.forEach(event -> vehicle = behaviour.apply("id", vehicle, event, TIME));
        vehicle = VehicleBehaviour.keep(vehicle(), asked, TIME);
        return events;
    }

    private Refusal refusal(VehicleCommand asked) {
        var decision = Intake.decide(vehicle, STORE, asked, TIME);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<StockEvent>) decision).refusal();
    }

    private Vehicle vehicle() {
        if (vehicle == null) {
            throw new AssertionError("no vehicle yet");
        }
        return vehicle;
    }
}
