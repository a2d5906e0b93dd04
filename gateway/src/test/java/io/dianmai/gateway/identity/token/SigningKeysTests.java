package io.dianmai.gateway.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.dianmai.kit.personal.SecretBox;
import io.dianmai.kit.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class SigningKeysTests {
    private static final Duration SIGNS_FOR = Duration.ofDays(90);

    private final MongoServer store = new MongoServer(new MemoryBackend());
    private final MongoClient connection = MongoClients.create(store.bindAndGetConnectionString());
    private final MongoTemplate mongo = new MongoTemplate(connection, "test");
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-10T02:00:00Z"));
    private final SecretBox box = SecretBox.under(List.of(new byte[32]));
    private final SigningKeys keys = new SigningKeys(mongo, box, SIGNS_FOR, clock);

    @AfterEach
    void close() {
        connection.close();
        store.shutdownNow();
    }

    @Test
    void twoInstancesShareThem() {
        var other = new SigningKeys(mongo, box, SIGNS_FOR, clock);

        assertThat(published(keys)).hasSize(1).isEqualTo(published(other));
    }

    @Test
    void lieInTheStoreSealed() {
        String id = published(keys).getFirst();

        assertThat(mongo.getCollection("signing_keys").find().first())
                .asString()
                .doesNotContain(id)
                .doesNotContain("\"d\"");
    }

    @Test
    void publishASuccessorBeforeItSigns() {
        String first = published(keys).getFirst();
        clock.advance(SIGNS_FOR);

        assertThat(published(keys)).hasSize(2).startsWith(first);
        String second = published(keys).getLast();
        clock.advance(SigningKeys.PUBLISHED_FIRST);
        assertThat(published(keys)).containsExactly(second, first);
        clock.advance(SigningKeys.PUBLISHED_AFTER);
        assertThat(published(keys)).containsExactly(second);
        assertThat(mongo.getCollection("signing_keys").countDocuments()).isEqualTo(1);
    }

    @Test
    void oneInstanceMakesTheSuccessorForAll() {
        var other = new SigningKeys(mongo, box, SIGNS_FOR, clock);
        assertThat(published(other)).hasSize(1);
        clock.advance(SIGNS_FOR);

        assertThat(published(keys)).hasSize(2).isEqualTo(published(other));
    }

    private static List<String> published(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }
}
