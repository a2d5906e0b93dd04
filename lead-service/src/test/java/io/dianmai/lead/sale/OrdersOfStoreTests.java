package io.dianmai.lead.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.deal.Deal;
import io.dianmai.lead.deal.Receipt;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Progress;
import io.dianmai.lead.lead.Stage;
import io.dianmai.lead.sale.CollectionsForecast.Due;
import io.dianmai.lead.sale.CollectionsForecast.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 十日收款预定表 of March 2026, on its eighteenth day. */
class OrdersOfStoreTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-03-18T02:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-10T02:00:00Z");

    private final OrdersOfStore orders = new OrdersOfStore(SHANGHAI, NOW);

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T15:59:59.999Z,-1",
        "2026-02-28T16:00:00Z,0",
        "2026-03-10T15:59:59.999Z,0",
        "2026-03-10T16:00:00Z,1",
        "2026-03-20T15:59:59.999Z,1",
        "2026-03-20T16:00:00Z,2",
        "2026-03-31T15:59:59.999Z,2",
        "2026-03-31T16:00:00Z,-1"
    })
    void dividesTheMonthByTheDaysOfTheStore(Instant expected, int period) {
        orders.add(lead("L1", Stage.ORDERED, account("SO-1", expected)));

        assertThat(forecast().periods())
                .extracting(Period::expected)
                .containsExactly(period == 0 ? 900L : 0L, period == 1 ? 900L : 0L, period == 2 ? 900L : 0L);
    }

    @Test
    void saysWhatIsOverdueAndWhatCameIn() {
        orders.add(lead("L1", Stage.ORDERED, account("SO-1", NOW.minusMillis(1)).with(paid("P-1", 200))));
        orders.add(lead("L2", Stage.DELIVERED, account("SO-2", NOW)));
        orders.add(lead("L3", Stage.ORDERED, account("SO-3", NOW).with(paid("P-2", 900))));

        Period second = forecast().periods().get(1);
        assertThat(second.expected()).isEqualTo(700 + 900);
        assertThat(second.overdue()).isEqualTo(700);
        assertThat(second.received()).isEqualTo(1_100);
        assertThat(second.orders()).extracting(Due::orderRef).containsExactly("SO-1", "SO-2");
        assertThat(second.orders()).extracting(Due::delivered).containsExactly(false, true);
        assertThat(second.receipts()).hasSize(2);
    }

    @Test
    void keepsApartWhatIsNotOfTheMonth() {
        orders.add(lead("L1", Stage.ORDERED, account("SO-1", FEBRUARY)));
        orders.add(lead("L2", Stage.ORDERED, account("SO-2", null)));
        orders.add(lead("L3", Stage.ORDERED, "SO-3", Deal.NONE));

        CollectionsForecast forecast = forecast();
        assertThat(forecast.earlier().outstanding()).isEqualTo(900);
        assertThat(forecast.undated().outstanding()).isEqualTo(900);
        assertThat(forecast.notKept()).containsExactly(new CollectionsForecast.NotKept("L3", "SO-3"));
        assertThat(forecast.periods()).extracting(Period::expected).containsOnly(0L);
    }

    @Test
    void expectsNothingOfLostAndCancelledOrdersButCountsWhatTheyPaid() {
        orders.add(lead("L1", Stage.LOST, account("SO-1", NOW).with(paid("P-1", 300))));
        Account cancelled = account("SO-2", NOW).with(paid("P-2", 400)).cancelled(NOW, null);
        orders.add(lead("L2", Stage.REGISTERED, null, Deal.NONE.cancelled(cancelled.with(paid("P-3", -150)))));

        Period second = forecast().periods().get(1);
        assertThat(second.expected()).isZero();
        assertThat(second.received()).isEqualTo(300 + 400 - 150);
    }

    @Test
    void countsDepositsOnTheDayOfTheOrder() {
        orders.add(lead("L1", Stage.ORDERED, account("SO-1", NOW)));

        assertThat(forecast().periods()).extracting(Period::deposits).containsOnly(0L);
        assertThat(orders.forecast("s1", YearMonth.of(2026, 2), true).periods())
                .extracting(Period::deposits)
                .containsExactly(100L, 0L, 0L);
        assertThat(orders.forecast("s1", YearMonth.of(2026, 2), true)
                        .periods()
                        .getLast()
                        .to())
                .isEqualTo(LocalDate.of(2026, 2, 28));
    }

    private CollectionsForecast forecast() {
        return orders.forecast("s1", YearMonth.of(2026, 3), true);
    }

    /** Costs 1,000 fen, of which 100 are paid. */
    private static Account account(String orderId, @Nullable Instant expectedPayment) {
        return new Account(
                orderId,
                "Corolla",
                FEBRUARY,
                1_000,
                100,
                false,
                null,
                null,
                expectedPayment,
                List.of(),
                null,
                null,
                null);
    }

    private static Receipt paid(String paymentId, long amount) {
        return new Receipt(paymentId, NOW.minusSeconds(60), amount);
    }

    private static Stored<Lead> lead(String id, Stage stage, Account account) {
        return lead(id, stage, account.orderId(), Deal.NONE.ordered(account));
    }

    private static Stored<Lead> lead(String id, Stage stage, @Nullable String orderId, Deal deal) {
        var dimensions = new LeadDimensions(Channel.WEB, null, "Corolla", "a1", "t1", FEBRUARY);
        var progress = new Progress(stage, 0, 0, orderId, null, List.of(), null);
        var customer = new MaskedCustomer("王*", "138****0017", "hash");
        var lead = new Lead(
                "XS-" + id,
                CustomerClass.PROSPECT,
                customer,
                FEBRUARY,
                dimensions,
                null,
                progress,
                null,
                null,
                null,
                null,
                null,
                deal);
        return new Stored<>(id, "s1", 1, lead);
    }
}
