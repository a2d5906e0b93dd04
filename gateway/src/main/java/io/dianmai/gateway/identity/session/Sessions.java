package io.dianmai.gateway.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dianmai.gateway.identity.Expiring;
import io.dianmai.gateway.identity.Hashes;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.person.Secrets;
import io.dianmai.gateway.identity.token.Standing;
import io.dianmai.kit.personal.SecretBox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sessions of all browsers, the same for every instance. One that was ended elsewhere is believed for {@link #FRESH}
 * yet.
 */
@Component
@EnableConfigurationProperties(SessionSettings.class)
class Sessions {
    static final Duration FRESH = Duration.ofSeconds(5);

    /** A use is noted down at most so often. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private static final int ENTRIES = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Cache<String, Session> recent;
    private final MongoTemplate mongo;
    private final SecretBox box;
    private final Standing standing;
    private final SessionSettings settings;
    private final Clock clock;
    private final Expiring expiring;

    Sessions(MongoTemplate mongo, SecretBox box, Standing standing, SessionSettings settings, Clock clock) {
        this.mongo = mongo;
        this.box = box;
        this.standing = standing;
        this.settings = settings;
        this.clock = clock;
        this.expiring = new Expiring(mongo, Session.class);
        this.recent = Caffeine.newBuilder()
                .maximumSize(ENTRIES)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Begins one; what comes back is for the browser's cookie and nowhere else. */
    String start(Person person) {
        String key = Secrets.secret();
        String id = Hashes.of(key);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mongo.insert(new Session(id, person.username(), closedUp(id, person), now, now, now.plus(settings.idle())));
        expiring.added(now);
        return key;
    }

    /** Empty when it has ended, or somebody's account was closed or changed since it began. */
    Optional<Session> find(String key) {
        String id = Hashes.of(key);
        Session session = read(id);
        Instant now = clock.instant();
        if (session == null || !now.isBefore(session.expiresAt())) {
            return Optional.empty();
        }
        if (session.external() == null && !standing.holdsSince(session.username(), session.startedAt())) {
            end(key);
            return Optional.empty();
        }
        used(session, now);
        return Optional.of(session);
    }

    private @Nullable Session read(String id) {
        Session before = recent.getIfPresent(id);
        if (before != null) {
            return before;
        }
        Session session = mongo.findById(id, Session.class);
        if (session != null) {
            recent.put(id, session);
        }
        return session;
    }

    void end(String key) {
        String id = Hashes.of(key);
        mongo.remove(named(id), Session.class);
        recent.invalidate(id);
    }

    /** Somebody of the group's own issuer, as he was when he signed in. */
    Optional<Person> external(Session session) {
        return Optional.ofNullable(session.external())
                .map(text -> MAPPER.readValue(box.open(place(session.id()), text), Person.class));
    }

    private void used(Session session, Instant now) {
        if (now.isBefore(session.seenAt().plus(NOTED))) {
            return;
        }
        Instant last = session.startedAt().plus(settings.longest());
        Instant end = now.plus(settings.idle());
        var noted = new Update().set("seenAt", now).set("expiresAt", end.isBefore(last) ? end : last);
        mongo.updateFirst(named(session.id()), noted, Session.class);
        recent.invalidate(session.id());
    }

    private @Nullable String closedUp(String id, Person person) {
        return Person.isExternal(person.username()) ? box.seal(place(id), MAPPER.writeValueAsString(person)) : null;
    }

    private static String place(String id) {
        return "session/" + id;
    }

    private static Query named(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
