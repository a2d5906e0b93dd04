package io.dianmai.kit.reseal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.kit.test.MemoryStore;
import io.dianmai.kit.test.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResealingTests {
    private static final byte[] OLD = new byte[32];
    private static final byte[] NEW = filled(1);
    private static final ResealSettings SETTINGS =
            new ResealSettings(2, Duration.ZERO, Duration.ofHours(6), Duration.ofMinutes(1));

    private final PersonalDataSealer before = PersonalDataSealer.under(List.of(OLD));
    private final PersonalDataSealer now = PersonalDataSealer.under(List.of(NEW, OLD));
    private final MemoryStore store = new MemoryStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-10T01:00:00Z"));
    private final Resealing resealing = new Resealing(store.mongo(), new OldSeals(now), SETTINGS, meters);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void bringsWhateverIsSealedUnderTheNewestKey() throws InterruptedException {
        String phone = old("13800138000");
        put("cards", new Document("_id", "c1").append("phone", phone).append("name", "not sealed"));
        put(
                "plans",
                new Document("_id", "p1")
                        .append(
                                "state",
                                new Document(
                                        "contacts",
                                        List.of(new Document("number", 1), new Document("note", old("13900139000"))))));
        put("refused", new Document("_id", "r1").append("data", "{\"phone\":\"" + phone + "\",\"ref\":\"XS-1\"}"));

        assertThat(resealing.pass(() -> true)).isEqualTo(3);

        assertThat(current(get("cards", "c1").getString("phone"))).isEqualTo("13800138000");
        Document note = get("plans", "p1")
                .get("state", Document.class)
                .getList("contacts", Document.class)
                .get(1);
        assertThat(current(note.getString("note"))).isEqualTo("13900139000");
        String data = get("refused", "r1").getString("data");
        assertThat(data)
                .startsWith("{\"phone\":\"sealed.v1." + now.newestKeyId())
                .endsWith("\",\"ref\":\"XS-1\"}");
        assertThat(meters.get("dianmai.personal.resealed").counter().count()).isEqualTo(3);
        assertThat(resealing.pass(() -> true)).isZero();
        assertThat(meters.get("dianmai.personal.reseal.left").gauge().value()).isZero();
        assertThat(SealedText.parse(get("cards", "c1").getString("phone")).hash())
                .isEqualTo(SealedText.parse(phone).hash());
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws InterruptedException {
        for (int card = 0; card < 5; card++) {
            put("cards", new Document("_id", "c" + card).append("phone", old("1380013800" + card)));
        }

        assertThat(resealing.pass(() -> false)).isEqualTo(-1);
        assertThat(resealing.pass(() -> true)).isEqualTo(3);
        assertThat(resealing.pass(() -> true)).isZero();
    }

    @Test
    void leavesAloneWhatItCannotOpen() throws InterruptedException {
        String strange = PersonalDataSealer.under(List.of(filled(7)))
                .seal(Kind.PHONE, "13800138000")
                .orElseThrow()
                .text();
        put("cards", new Document("_id", "c1").append("phone", strange));

        assertThat(resealing.pass(() -> true)).isZero();
        assertThat(get("cards", "c1").getString("phone")).isEqualTo(strange);
    }

    @Test
    void isOneInstancesWorkAtATimeAndRestsAfterACleanPass() {
        var mine = new ResealJob(store.mongo(), clock, SETTINGS, "key", "me");
        var theirs = new ResealJob(store.mongo(), clock, SETTINGS, "key", "they");

        assertThat(mine.claim()).isTrue();
        assertThat(theirs.claim()).isFalse();
        assertThat(mine.goOn()).isTrue();
        mine.end(4);
        clock.advance(Duration.ofMillis(1));
        assertThat(theirs.claim()).isTrue();
        assertThat(mine.goOn()).isFalse();
        theirs.end(0);
        clock.advance(SETTINGS.again().minusMillis(1));
        assertThat(mine.claim()).isFalse();
        clock.advance(Duration.ofMillis(2));
        assertThat(mine.claim()).isTrue();
        clock.advance(SETTINGS.lease().plusMillis(1));
        assertThat(theirs.claim()).isTrue();
    }

    private String old(String phone) {
        return before.seal(Kind.PHONE, phone).orElseThrow().text();
    }

    private String current(String sealed) {
        SealedText text = SealedText.parse(sealed);
        assertThat(now.isCurrent(text)).isTrue();
        return now.unseal(text);
    }

    private void put(String collection, Document document) {
        store.mongo().getCollection(collection).insertOne(document);
    }

    private Document get(String collection, String id) {
        return store.mongo()
                .getCollection(collection)
                .find(new Document("_id", id))
                .first();
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
