package io.dianmai.gateway.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dianmai.gateway.customer.Erasure.State;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import io.dianmai.kit.messaging.TopicProperties;
import io.dianmai.kit.test.MemoryStore;
import io.dianmai.kit.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three services that answer or do not, and the gateway with files of its own. */
class ErasureWorkerTests {
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final CustomerSettings SETTINGS =
            new CustomerSettings(Duration.ofMinutes(15), Duration.ofSeconds(30), Duration.ofMinutes(10));
    private static final Customer CUSTOMER =
            new Customer("the-hash", Set.of(), NOW, Set.of("plate-hash"), Set.of(), Set.of());

    private final MemoryStore store = new MemoryStore();
    private final MutableClock clock = new MutableClock(NOW);
    private final OpenServices open = new OpenServices(clock);
    private final CustomerServices services = open.services(List.of(new OwnFiles()));
    private final Erasures erasures =
            new Erasures(store.mongo(), new TopicProperties(6, (short) 1, Duration.ofDays(30)), services);
    private final ErasureWorker worker = new ErasureWorker(erasures, services, SETTINGS, clock);

    @AfterEach
    void close() {
        open.close();
        store.close();
    }

    @Test
    void asksEveryServiceTwiceAndThenForgetsWhomItWasAbout() {
        erasures.begin("e1", CUSTOMER, null, "hq", NOW);

        assertThat(worker.workOnce()).isTrue();
        assertThat(erasure().state()).isEqualTo(State.ERASED);
        assertThat(open.erased("lead")).containsExactly(Set.of("l1"));
        assertThat(open.erased("followup")).containsExactly(Set.of("l1"));
        assertThat(ErasureView.of(erasure()).services())
                .allSatisfy(part -> assertThat(part.state()).isEqualTo(ErasureView.PartState.ERASED));
        assertThat(worker.workOnce()).isFalse();

        clock.advance(SETTINGS.secondLook());
        assertThat(worker.workOnce()).isTrue();
        assertThat(erasure().state()).isEqualTo(State.FINISHED);
        assertThat(erasure().finishedAt()).isEqualTo(clock.instant());
        assertThat(open.erased("aftersales")).hasSize(2);
        assertThat(store.mongo().getCollection("erasures").find(new Document()).first())
                .asString()
                .doesNotContain("hash");
        assertThat(worker.workOnce()).isFalse();
    }

    @Test
    void waitsForWhoIsAwayAndAsksTheOthersNoMore() {
        open.goAway("followup");
        erasures.begin("e1", CUSTOMER, null, "hq", NOW);

        worker.workOnce();
        assertThat(erasure().state()).isEqualTo(State.ASKED);
        assertThat(ErasureView.of(erasure()).services())
                .extracting(ErasureView.PartView::service, ErasureView.PartView::state)
                .contains(
                        tuple("lead-service", ErasureView.PartState.ERASED),
                        tuple("followup-service", ErasureView.PartState.WAITING));

        open.comeBack("followup");
        clock.advance(SETTINGS.retry());
        worker.workOnce();
        assertThat(erasure().state()).isEqualTo(State.ERASED);
        assertThat(open.erased("lead")).hasSize(1);
        // The first round has found the lead already; it is not looked up only once.
        assertThat(open.erased("followup")).containsExactly(Set.of("l1"));
    }

    @Test
    void goesOnWhereAnotherInstanceWasKilled() {
        erasures.begin("e1", CUSTOMER, null, "hq", NOW);
        assertThat(erasures.claim(NOW, NOW.plus(SETTINGS.lease()))).isPresent();

        assertThat(worker.workOnce()).isFalse();
        clock.advance(SETTINGS.lease());
        assertThat(worker.workOnce()).isTrue();
        assertThat(erasure().state()).isEqualTo(State.ERASED);
    }

    @Test
    void beginsOnceUnderOneId() {
        Erasure first = erasures.begin("e1", CUSTOMER, null, "hq", NOW);
        Erasure again = erasures.begin("e1", CUSTOMER, null, "hq", NOW.plusSeconds(5));

        assertThat(again.askedAt()).isEqualTo(first.askedAt());
        assertThat(first.factsGoneBy()).isAfter(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void exportsAllOrNothing() {
        assertThat(services.export(services.trace(CUSTOMER)).keySet())
                .containsExactly("lead-service", "followup-service", "aftersales-service", "gateway");

        open.goAway("aftersales");
        assertThatThrownBy(() -> services.export(CUSTOMER)).isInstanceOf(ServiceAway.class);
    }

    private Erasure erasure() {
        return erasures.find("e1").orElseThrow();
    }

    private static final class OwnFiles implements CustomerFiles {
        @Override
        public List<HeldFile> export(Customer customer) {
            return List.of(new HeldFile("refused-fact", "f1", "s1", Map.of("phone", "13800138000")));
        }

        @Override
        public int erase(Customer customer) {
            return 1;
        }
    }
}
