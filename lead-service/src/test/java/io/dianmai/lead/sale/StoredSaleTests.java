package io.dianmai.lead.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.kit.test.MemoryStore;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.deal.Deal;
import io.dianmai.lead.deal.Drive;
import io.dianmai.lead.deal.LossProposed;
import io.dianmai.lead.deal.PastLoss;
import io.dianmai.lead.deal.Quote;
import io.dianmai.lead.deal.Receipt;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.Progress;
import io.dianmai.lead.lead.Stage;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;

/** What a sale has come to is read back as it was written, and found by what a forecast asks for. */
class StoredSaleTests {
    private static final Instant TIME = Instant.parse("2026-03-05T02:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final MemoryStore store = new MemoryStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isReadBackAsItWasWritten() {
        var terms = new OrderTerms(1L, 2L, 36, 3L, null, 5L, "V-9");
        var account = new Account("SO-1", "X5", TIME, 1_000, 100, true, terms, TIME, null, List.of(), null, null, null);
        Deal deal = Deal.NONE
                .contactedFirst(TIME)
                .contacted(TIME)
                .with(new Drive(1, "X5", TIME, 25, "T-1", "hills", 5, "quiet"))
                .with(new Quote("Q-1", TIME, "X5", 900, 100, true, null))
                .ordered(account.with(new Receipt("P-1", TIME, 900)))
                .cancelled(account.cancelled(TIME, "no credit"))
                .lost(new PastLoss(TIME, LossReason.PRICE, "X5", "Qin L", "m1", "agreed"))
                .proposing(new LossProposed(TIME, LossReason.STOCK, null, "a1", 3));
        Lead written = lead(Stage.LOST, "SO-1", deal);

        assertThat(read(write(written))).isEqualTo(written);
    }

    @Test
    void isNothingInLeadsStoredBeforeItWasKept() {
        Document stored = write(lead(Stage.ORDERED, "SO-1", Deal.NONE));
        stored.remove("deal");

        assertThat(read(stored).soFar()).isEqualTo(Deal.NONE);
    }

    @Test
    void isFoundWhileSomethingIsToBePaidOrWasPaidInTheMonth() {
        Instant february = TIME.minusSeconds(28 * 86_400);
        Account old = account("SO-1", february);
        put("ordered", lead(Stage.ORDERED, "SO-1", Deal.NONE.ordered(old)));
        put("unknown", lead(Stage.ORDERED, "SO-1", null));
        put("owing", lead(Stage.DELIVERED, "SO-1", Deal.NONE.ordered(old)));
        put("settled", lead(Stage.DELIVERED, "SO-1", Deal.NONE.ordered(old.with(new Receipt("P", february, 900)))));
        put("paid", lead(Stage.DELIVERED, "SO-1", Deal.NONE.ordered(old.with(new Receipt("P", TIME, 900)))));
        put("signed", lead(Stage.LOST, "SO-1", Deal.NONE.ordered(account("SO-1", TIME))));
        Account cancelled = old.cancelled(february, null);
        put("refunded", lead(Stage.VISITED, null, Deal.NONE.cancelled(cancelled.with(new Receipt("P", TIME, -100)))));
        put("cancelled", lead(Stage.VISITED, null, Deal.NONE.cancelled(cancelled)));
        put("fresh", lead(Stage.REGISTERED, null, null));

        var criteria = CollectionsController.ordersOf("s1", YearMonth.of(2026, 3), SHANGHAI);
        assertThat(store.mongo().find(Query.query(criteria), Document.class, Leads.COLLECTION))
                .extracting(found -> found.getString("_id"))
                .containsExactlyInAnyOrder("ordered", "unknown", "owing", "paid", "signed", "refunded");
    }

    private void put(String id, Lead lead) {
        store.mongo()
                .insert(new Document("_id", id).append("storeId", "s1").append("state", write(lead)), Leads.COLLECTION);
    }

    private Document write(Lead lead) {
        var document = new Document();
        store.mongo().getConverter().write(lead, document);
        return document;
    }

    private Lead read(Document document) {
        return store.mongo().getConverter().read(Lead.class, document);
    }

    private static Account account(String orderId, Instant signedAt) {
        return new Account(orderId, "X5", signedAt, 1_000, 100, false, null, null, null, List.of(), null, null, null);
    }

    private static Lead lead(Stage stage, @Nullable String orderId, @Nullable Deal deal) {
        var dimensions = new LeadDimensions(Channel.WEB, null, "X5", "a1", "t1", TIME);
        var progress = new Progress(stage, 0, 0, orderId, null, List.of(), null);
        var customer = new MaskedCustomer("王*", "138****0017", "hash");
        return new Lead(
                "XS-1",
                CustomerClass.PROSPECT,
                customer,
                TIME,
                dimensions,
                null,
                progress,
                null,
                null,
                null,
                null,
                null,
                deal);
    }
}
