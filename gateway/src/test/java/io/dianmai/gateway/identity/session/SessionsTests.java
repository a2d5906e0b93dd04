package io.dianmai.gateway.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.MemoryStore;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.token.Standing;
import io.dianmai.kit.personal.SecretBox;
import io.dianmai.kit.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class SessionsTests {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final MemoryStore store = new MemoryStore();
    private final MutableClock clock = new MutableClock(START);
    private final MongoTemplate mongo = store.template();
    private final Sessions here = instance();
    private final Sessions there = instance();

    @BeforeEach
    void account() {
        mongo.save(person("zhang", false, START.minusSeconds(60)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isGoodOnEveryInstance() {
        String key = here.start(person("zhang", false, START));

        assertThat(there.find(key)).hasValueSatisfying(session -> {
            assertThat(session.username()).isEqualTo("zhang");
            assertThat(session.id()).isNotEqualTo(key);
        });
        assertThat(there.find("guessed")).isEmpty();
    }

    @Test
    void signingOutEndsItEverywhereWithinTenSeconds() {
        String key = here.start(person("zhang", false, START));
        assertThat(there.find(key)).isPresent();

        here.end(key);

        assertThat(here.find(key)).isEmpty();
        clock.advance(WITHIN);
        assertThat(there.find(key)).isEmpty();
    }

    @Test
    void closingTheAccountEndsItEverywhereWithinTenSeconds() {
        String key = here.start(person("zhang", false, START));
        assertThat(there.find(key)).isPresent();

        mongo.save(person("zhang", true, START));

        clock.advance(WITHIN);
        assertThat(there.find(key)).isEmpty();
        assertThat(here.find(key)).isEmpty();
    }

    @Test
    void endsWhenTheAccountWasChangedAfterItsStart() {
        String key = here.start(person("zhang", false, START));
        mongo.save(person("zhang", false, START.plusMillis(1)));

        assertThat(there.find(key)).isEmpty();
        assertThat(here.find(here.start(person("zhang", false, START)))).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(here.find(here.start(person("zhang", false, START)))).isPresent();
    }

    @Test
    void endsAfterIdleTimeButLivesWhileItIsUsed() {
        String used = here.start(person("zhang", false, START));
        String idle = here.start(person("zhang", false, START));
        for (int hour = 1; hour < 8; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(hour % 2 == 0 ? here.find(used) : there.find(used)).isPresent();
        }
        clock.advance(Duration.ofMinutes(59).plusSeconds(59));
        assertThat(there.find(idle)).isPresent();

        clock.advance(Duration.ofHours(8));
        assertThat(here.find(idle)).isEmpty();
        assertThat(here.find(used)).isEmpty();
    }

    @Test
    void endsInTheEndWhateverOneDoes() {
        String key = here.start(person("zhang", false, START));
        for (int hour = 7; hour < 7 * 24; hour += 7) {
            clock.advance(Duration.ofHours(7));
            assertThat(here.find(key)).isPresent();
        }
        clock.advance(Duration.ofHours(7));
        assertThat(here.find(key)).isEmpty();
    }

    @Test
    void keepsSomebodyOfAnotherIssuerSealed() {
        String key = here.start(person("ext:li", false, START));

        assertThat(mongo.getCollection("sessions").find().first().toJson()).doesNotContain("Zhang San", "store:s1");
        assertThat(there.find(key).flatMap(there::external)).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("Zhang San");
            assertThat(person.place()).isEqualTo("store:s1");
        });
    }

    private Sessions instance() {
        return new Sessions(
                store.template(),
                SecretBox.under(List.of(new byte[32])),
                new Standing(store.template(), clock),
                new SessionSettings(Duration.ofHours(8), Duration.ofDays(7)),
                clock);
    }

    private static Person person(String username, boolean closed, Instant changedAt) {
        return new Person(username, "{none}", false, "Zhang San", null, Role.TECHNICIAN, "store:s1", closed, changedAt);
    }
}
