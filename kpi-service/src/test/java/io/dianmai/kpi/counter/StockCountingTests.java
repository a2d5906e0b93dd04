package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.contracts.lead.VehicleAllocated;
import io.dianmai.contracts.lead.VehicleReleased;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.kpi.History;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A vehicle from coming to leaving; aged is who has stood for 90 days. */
class StockCountingTests {
    private static final Instant CAME = Instant.parse("2026-06-01T02:00:00Z");
    private static final Instant AGED = CAME.plus(Duration.ofDays(90));
    private static final StockVehicle VEHICLE = new StockVehicle("V1", "M5", null, null, false, false);
    private static final List<Slice> MODEL = List.of(new Slice(Dimension.MODEL, "M5"));

    @Test
    void whatStaysWillBeAged() {
        assertThat(post(CAME, new VehicleStocked(VEHICLE, 17_000_000, CAME, null)))
                .containsExactly(onHand(CAME, 1), aged(AGED, 1));
    }

    @Test
    void whatLeavesBeforeNeverWasAged() {
        Instant left = AGED.minusMillis(1);

        assertThat(post(left, new VehicleSold(VEHICLE, "O1", 17_000_000, CAME)))
                .containsExactly(onHand(left, -1), aged(AGED, -1));
    }

    @Test
    void whatLeavesAfterwardsWasAgedUntilThen() {
        Instant left = AGED.plusMillis(1);

        assertThat(post(left, new VehicleTransferred(VEHICLE, "S2", 17_000_000, CAME)))
                .containsExactly(onHand(left, -1), aged(left, -1));
    }

    @Test
    void whatComesAgedFromAnotherStoreIsAgedAtOnce() {
        Instant later = AGED.plus(Duration.ofDays(10));

        assertThat(post(later, new VehicleStocked(VEHICLE, 17_000_000, CAME, "S1")))
                .containsExactly(onHand(later, 1), aged(later, 1));
    }

    @Test
    void nothingAgesFromATimeToCome() {
        Instant told = CAME.minus(Duration.ofDays(1));

        assertThat(post(told, new VehicleStocked(VEHICLE, 17_000_000, CAME, null)))
                .containsExactly(onHand(told, 1), aged(told.plus(Duration.ofDays(90)), 1));
    }

    @Test
    void whoItIsForMakesNoDifference() {
        assertThat(post(CAME, new VehicleAllocated(VEHICLE, "O1", null))).isEmpty();
        assertThat(post(CAME, new VehicleReleased(VEHICLE, "O1"))).isEmpty();
    }

    private static Posting onHand(Instant at, long vehicles) {
        return new Posting(at, MODEL, Map.of(Counter.STOCK_ON_HAND, vehicles));
    }

    private static Posting aged(Instant at, long vehicles) {
        return new Posting(at, MODEL, Map.of(Counter.STOCK_OVER_90_DAYS, vehicles));
    }

    private static List<Posting> post(Instant time, EventData data) {
        return CounterMapping.postings(History.of("S1", "V").then(time, data).last(), ZoneOffset.UTC);
    }
}
