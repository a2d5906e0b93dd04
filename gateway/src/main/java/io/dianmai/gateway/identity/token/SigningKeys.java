package io.dianmai.gateway.identity.token;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.dianmai.kit.personal.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The keys that sign tokens, sealed in the store and the same for every instance of the gateway. A successor is made in
 * time by whichever instance finds first that it is due. It is published before it signs, and the one before stays
 * published until the last token that it signed has expired: nobody notices the change.
 */
final class SigningKeys implements JWKSource<SecurityContext> {
    /** How long a new key is only published: longer than anybody keeps the list of keys without asking again. */
    static final Duration PUBLISHED_FIRST = Duration.ofMinutes(15);

    /** How long a key is published after its successor signs: longer than any token lives. */
    static final Duration PUBLISHED_AFTER = Duration.ofHours(2);

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final String COLLECTION = "signing_keys";
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final MongoCollection<Document> documents;
    private final SecretBox box;
    private final Duration signsFor;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** @param signsFor how long a key signs before its successor does */
    SigningKeys(MongoTemplate mongo, SecretBox box, Duration signsFor, Clock clock) {
        this.documents = mongo.getCollection(COLLECTION);
        this.box = box;
        this.signsFor = signsFor;
        this.clock = clock;
    }

    /** @param keys the newest first */
    private record Known(List<SigningKey> keys, Instant readAt) {}

    /** {@inheritDoc} The key that signs comes first. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Instant now = clock.instant();
        List<SigningKey> keys = keys(now);
        SigningKey signing = signing(keys, now);
        Stream<SigningKey> others = keys.stream().filter(key -> !key.equals(signing));
        return selector.select(new JWKSet(Stream.concat(Stream.of(signing), others)
                .map(key -> (JWK) key.jwk())
                .toList()));
    }

    /** The newest that was published long enough; the first of all at once. */
    private static SigningKey signing(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !now.isBefore(key.createdAt().plus(PUBLISHED_FIRST)))
                .findFirst()
                .orElseGet(keys::getLast);
    }

    private List<SigningKey> keys(Instant now) {
        Known before = known;
        if (before != null && now.isBefore(before.readAt().plus(FRESH))) {
            return before.keys();
        }
        List<SigningKey> keys = upToDate(now);
        known = new Known(keys, now);
        return keys;
    }

    private synchronized List<SigningKey> upToDate(Instant now) {
        List<SigningKey> keys = read();
        if (keys.isEmpty() || !now.isBefore(keys.getFirst().createdAt().plus(signsFor))) {
            create(keys.isEmpty() ? 1 : keys.getFirst().number() + 1, now);
            keys = read();
        }
        return withoutRetired(keys, now);
    }

    private List<SigningKey> withoutRetired(List<SigningKey> keys, Instant now) {
        List<SigningKey> published = new ArrayList<>();
        for (SigningKey key : keys) {
            boolean needed = published.isEmpty()
                    || now.isBefore(published
                            .getLast()
                            .createdAt()
                            .plus(PUBLISHED_FIRST)
                            .plus(PUBLISHED_AFTER));
            if (needed) {
                published.add(key);
            } else {
                documents.deleteOne(Filters.eq("_id", key.number()));
                log.info("signing key {} has served its time", key.number());
            }
        }
        return List.copyOf(published);
    }

    /** Numbers are unique: of two instances that find one due only one makes it. */
    private void create(long number, Instant now) {
        SigningKey key = SigningKey.generate(number, now.truncatedTo(ChronoUnit.MILLIS));
        try {
            documents.insertOne(new Document("_id", number)
                    .append("jwk", box.seal(place(number), key.jwk().toJSONString()))
                    .append("createdAt", Date.from(key.createdAt())));
            log.info("signing key {} was made", number);
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
    }

    private List<SigningKey> read() {
        List<SigningKey> keys = new ArrayList<>();
        for (Document document : documents.find()) {
            if (document.get("_id") instanceof Long number) {
                keys.add(new SigningKey(
                        number,
                        SigningKey.parse(box.open(place(number), document.getString("jwk"))),
                        document.getDate("createdAt").toInstant()));
            }
        }
        keys.sort(Comparator.comparingLong(SigningKey::number).reversed());
        return keys;
    }

    private static String place(long number) {
        return "signing-key/" + number;
    }
}
