package io.dianmai.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.gateway.audit.Verification.Break;
import io.dianmai.gateway.audit.Verification.Head;
import io.dianmai.gateway.audit.Verification.Report;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.test.MemoryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;

class AuditBookTests {
    private final MemoryStore store = new MemoryStore();
    private final AuditBook book = new AuditBook(store.mongo());

    /** Two chains, of five entries and of three. */
    @BeforeEach
    void keep() {
        IntStream.rangeClosed(1, 5).forEach(number -> book.keep(Entries.number(number), 0));
        IntStream.rangeClosed(6, 8).forEach(number -> book.keep(Entries.number(number), 3));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEntriesInOneChainForEachPartition() {
        Report report = verify();

        assertThat(report.intact()).isTrue();
        assertThat(report.entries()).isEqualTo(8);
        assertThat(report.heads()).extracting(Head::partition).containsExactly(0, 3);
        assertThat(report.heads()).extracting(Head::position).containsExactly(5L, 3L);
    }

    @Test
    void keepsAnEntryOnceHoweverOftenItComes() {
        book.keep(Entries.number(5), 0);
        book.keep(Entries.number(2), 0);
        new AuditBook(store.mongo()).keep(Entries.number(2), 0);

        assertThat(verify().entries()).isEqualTo(8);
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void goesOnWhereAnotherInstanceHasAppended() {
        AuditBook other = new AuditBook(store.mongo());
        other.keep(Entries.number(20), 0);
        book.keep(Entries.number(21), 0);
        other.keep(Entries.number(22), 0);

        assertThat(verify().intact()).isTrue();
        assertThat(verify().heads().getFirst().position()).isEqualTo(8);
    }

    @Test
    void seesThatAnEntryWasTakenAway() {
        documents().deleteOne(Filters.eq("_id", "e0003"));
        assertThat(verify().breaks()).containsExactly(new Break(0, 4, "Before it 1 entries are missing."));
    }

    @Test
    void seesThatAnEntryWasChanged() {
        String json = documents().find(Filters.eq("_id", "e0003")).first().getString("entry");
        documents().updateOne(Filters.eq("_id", "e0003"), Updates.set("entry", json.replace("\"hq\"", "\"me\"")));
        assertThat(verify().breaks()).extracting(Break::position).containsExactly(3L);
    }

    @Test
    void seesThatAnEntryWasHiddenFromSearches() {
        documents().updateOne(Filters.eq("_id", "e0003"), Updates.set("kind", "lead.seen"));
        assertThat(verify().breaks()).extracting(Break::position).containsExactly(3L);
    }

    @Test
    void seesThatAnEntryWasReplacedByAnotherWithItsOwnHash() {
        KeptEntry second = book.find(Criteria.where("_id").is("e0002"), 1).getFirst();
        documents().deleteOne(Filters.eq("_id", "e0003"));
        documents().insertOne(KeptEntry.after(second.link(), Entries.number(33)).document());
        assertThat(verify().breaks())
                .containsExactly(new Break(0, 4, "The entry before it is another one than there was."));
    }

    @Test
    void seesThatTheNewestWereTakenAwayByAHeadThatWasWrittenDown() {
        List<Head> heads = verify().heads();
        documents().deleteOne(Filters.eq("_id", "e0005"));

        assertThat(verify().intact()).isTrue();
        assertThat(verify(heads.toArray(Head[]::new)).breaks())
                .extracting(Break::position)
                .containsExactly(5L);
    }

    @Test
    void stillKnowsAHeadAfterMoreHasCome() {
        List<Head> heads = verify().heads();
        book.keep(Entries.number(40), 0);
        assertThat(verify(heads.toArray(Head[]::new)).intact()).isTrue();
    }

    @Test
    void findsTheNewestFirstByEachFilter() {
        book.keep(Entries.number(50, "client.rotated"), 0);
        book.keep(Entries.number(51, "clients.counted"), 0);

        assertThat(ids(filter(null, null, null, null))).hasSize(10).startsWith("e0051", "e0050", "e0008");
        assertThat(ids(filter("client", null, null, null))).containsExactly("e0050");
        assertThat(ids(filter("client.rotated", null, null, null))).containsExactly("e0050");
        assertThat(ids(filter(null, "hq-01", "s1", null))).containsExactly("e0050", "e0008", "e0006", "e0004", "e0002");
        assertThat(ids(filter(null, "nobody", null, null))).isEmpty();
        assertThat(ids(filter(null, null, null, Outcome.FAILED))).isEmpty();
        assertThat(ids(new AuditFilter(
                        Entries.START.plusSeconds(2), Entries.START.plusSeconds(4), null, null, null, null, null)))
                .containsExactly("e0003", "e0002");
        Assertions.assertThatThrownBy(() -> filter("Client!", null, null, null).criteria())
                .isInstanceOf(ProblemException.class);
    }

    private List<String> ids(AuditFilter filter) {
        return book.find(filter.criteria(), 100).stream()
                .map(kept -> kept.entry().entryId())
                .toList();
    }

    private static AuditFilter filter(
            @Nullable String kind, @Nullable String actor, @Nullable String store, @Nullable Outcome outcome) {
        return new AuditFilter(null, null, kind, actor, store, null, outcome);
    }

    private Report verify(Head... known) {
        var verification = new Verification(List.of(known));
        try (var chains = book.chains()) {
            chains.forEach(verification::accept);
        }
        return verification.report();
    }

    private com.mongodb.client.MongoCollection<Document> documents() {
        return store.mongo().getCollection(AuditBook.COLLECTION);
    }
}
