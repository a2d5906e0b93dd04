package io.dianmai.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTrailTests {
    private static final Viewer HQ =
            new Viewer("hq", Set.of(Role.OPERATIONS, Role.GROUP_HQ), new StoreScope.All(), "hq-01", null);

    private final AuditFixture fixture = new AuditFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void hasStoredAnEntryBeforeItIsSentAndKeepsItUntilKafkaHasIt() {
        fixture.trail.say(AuditEntry.of(HQ, "lead.unmasked", "l1", "s1").detail("phone"));

        assertThat(fixture.stored()).hasSize(1);
        await().until(() -> fixture.sent().size() == 1);
        assertThat(fixture.stored()).hasSize(1);
        assertThat(fixture.producer.completeNext()).isTrue();
        await().untilAsserted(() -> assertThat(fixture.stored()).isEmpty());
    }

    @Test
    void saysWhoAndWhatUnderTheKeyOfTheStore() {
        fixture.trail.say(AuditEntry.of(HQ, "lead.unmasked", "l1", "s1").detail("phone"));
        await().until(() -> fixture.sent().size() == 1);

        var record = fixture.sent().getFirst();
        var event = EventCodec.fromRecord(record.headers(), record.value());
        assertThat(record.key()).isEqualTo("s1");
        assertThat(event.data()).isInstanceOfSatisfying(AuditRecorded.class, entry -> {
            assertThat(entry.entryId()).isEqualTo(event.id());
            assertThat(entry.at()).isEqualTo(fixture.clock.instant());
            assertThat(entry.service()).isEqualTo("kit-test");
            assertThat(entry.actor().subject()).isEqualTo("hq");
            assertThat(entry.actor().roles()).containsExactly(Role.GROUP_HQ, Role.OPERATIONS);
            assertThat(entry.objectType()).isEqualTo("lead");
            assertThat(entry.objectId()).isEqualTo("l1");
            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
            assertThat(entry.detail()).isEqualTo("phone");
        });
    }

    @Test
    void waitsInTheStoreWhileKafkaIsAwayAndIsSentOnceItIsBack() {
        fixture.trail.say(AuditEntry.of(HQ, "client.rotated", "c1", null));
        await().until(() -> fixture.sent().size() == 1);
        assertThat(fixture.producer.errorNext(new TimeoutException("away"))).isTrue();

        fixture.trail.say(AuditEntry.of(HQ, "client.rotated", "c2", null));
        fixture.clock.advance(AuditOutbox.LEFT_BEHIND.plusMillis(1));
        fixture.producer.takeAll();
        fixture.sweep.run();

        assertThat(fixture.entries()).extracting(AuditRecorded::objectId).containsExactly("c1", "c1", "c2");
        assertThat(fixture.stored()).isEmpty();
    }

    @Test
    void canBeStartedAgainAfterAStop() {
        fixture.stop();
        fixture.trail.say(AuditEntry.of(HQ, "client.rotated", "c1", null));
        assertThat(fixture.stored()).hasSize(1);
        assertThat(fixture.sent()).isEmpty();

        fixture.start();
        fixture.producer.takeAll();
        fixture.trail.say(AuditEntry.of(HQ, "client.rotated", "c2", null));
        await().untilAsserted(() -> assertThat(fixture.stored()).hasSize(1));
        assertThat(fixture.entries()).extracting(AuditRecorded::objectId).containsExactly("c2");
    }

    @Test
    void leavesAloneWhatIsBeingSent() {
        fixture.trail.say(AuditEntry.of(HQ, "client.rotated", "c1", null));
        fixture.clock.advance(AuditOutbox.LEFT_BEHIND);
        assertThat(fixture.outbox.leftBehind(10)).isEmpty();
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(fixture.outbox.leftBehind(10)).hasSize(1);
    }

    @Test
    void tellsWhatWasCutOffAsUnknown() {
        fixture.trail.begin(AuditEntry.of(HQ, "store.changed", "s1", "s1"));
        fixture.clock.advance(AuditOutbox.CUT_OFF);
        assertThat(fixture.outbox.leftBehind(10)).isEmpty();
        fixture.clock.advance(Duration.ofMillis(1));
        fixture.producer.takeAll();
        fixture.sweep.run();

        assertThat(fixture.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.objectId()).isEqualTo("s1");
            assertThat(entry.outcome()).isEqualTo(Outcome.UNKNOWN);
        });
    }

    @Test
    void sendsOneEntryOfWhatWasBegunAndEnded() {
        AuditRecorded begun = fixture.trail.begin(AuditEntry.of(HQ, "store.changed", "s1", "s1"));
        fixture.producer.takeAll();
        fixture.trail.end(begun, AuditEntry.of(HQ, "store.changed", "s1", "s1").outcome(Outcome.REFUSED));

        await().untilAsserted(() -> assertThat(fixture.stored()).isEmpty());
        assertThat(fixture.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.entryId()).isEqualTo(begun.entryId());
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        });
    }

    @Test
    void knowsNoOtherKindsThanNamesOfTwoParts() {
        for (String kind : List.of("unmasked", "lead.", "Lead.unmasked", "a.b.c")) {
            assertThatThrownBy(() -> AuditEntry.of(HQ, kind, null, null)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
