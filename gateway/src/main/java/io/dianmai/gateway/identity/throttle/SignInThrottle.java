package io.dianmai.gateway.identity.throttle;

import io.dianmai.gateway.identity.Expiring;
import io.dianmai.gateway.identity.Hashes;
import io.dianmai.gateway.identity.IdentityEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after a few failed tries each further one must wait twice as long as the one before, and after
 * some more there is a lock-out. While tries have to wait, only one is let through at a time. Kept in the store: it is
 * the same on every instance.
 */
@Component
public class SignInThrottle {
    public static final int FREE_TRIES = 5;

    /** The waits until then: 1, 2, 4, 8, 16, 32 and 64 seconds. */
    static final int LOCKED_AFTER = 12;

    static final Duration LOCK = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration MEMORY = Duration.ofMinutes(30);

    private final MongoTemplate mongo;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Expiring expiring;

    SignInThrottle(MongoTemplate mongo, ApplicationEventPublisher events, Clock clock) {
        this.mongo = mongo;
        this.events = events;
        this.clock = clock;
        this.expiring = new Expiring(mongo, Tries.class);
    }

    /**
     * Whose guesses are counted together.
     *
     * @param account as it was typed
     * @param scope where the guesses come from, or what is guessed
     */
    public record Key(String account, String scope) {
        private static final int ACCOUNT_LENGTH = 64;

        public Key {
            account = account.length() > ACCOUNT_LENGTH ? account.substring(0, ACCOUNT_LENGTH) : account;
        }

        /** Of a password or secret: nobody can lock out somebody who signs in from another address. */
        public static Key from(String address, String account) {
            return new Key(account, "address " + address);
        }

        /** Of codes, from wherever: who gets to guess them knows the password. */
        public static Key codesOf(String account) {
            return new Key(account, "codes");
        }

        /** Of the present password, by somebody who has come in already. */
        public static Key passwordOf(String account) {
            return new Key(account, "password");
        }

        private String id() {
            return Hashes.of(scope + "\n" + account);
        }
    }

    /**
     * Looks at a guess, unless it has to wait.
     *
     * @return whether it was right
     * @throws TooManyTries when it has to wait
     */
    public boolean guess(Key key, BooleanSupplier right) {
        Duration wait = waitFor(key);
        if (wait.isPositive()) {
            throw new TooManyTries(wait);
        }
        boolean done = right.getAsBoolean();
        if (done) {
            succeeded(key);
        } else {
            failed(key);
        }
        return done;
    }

    /** How long the next try has to wait; zero when it need not, and then it is taken to be made. */
    public Duration waitFor(Key key) {
        Instant now = now();
        Tries tries = read(key, now);
        if (tries == null || tries.count() < FREE_TRIES) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(now, tries.last().plus(tries.pause()));
        if (rest.isPositive()) {
            return rest;
        }
        return letThrough(tries, now) ? Duration.ZERO : SHORTEST;
    }

    /** A guess was wrong. */
    public void failed(Key key) {
        Instant now = now();
        Tries before = read(key, now);
        if (before == null) {
            mongo.save(new Tries(key.id(), 1, now, now.plus(MEMORY)));
            expiring.added(now);
            return;
        }
        mongo.updateFirst(named(key.id()), counted(now), Tries.class);
        if (before.count() + 1 == LOCKED_AFTER) {
            events.publishEvent(new IdentityEvent(
                    IdentityEvent.Kind.LOCKED_OUT, key.account(), key.account(), String.valueOf(LOCK.toSeconds())));
        }
    }

    /** Somebody knew it after all: all is forgotten. */
    public void succeeded(Key key) {
        mongo.remove(named(key.id()), Tries.class);
    }

    private @Nullable Tries read(Key key, Instant now) {
        Tries tries = mongo.findById(key.id(), Tries.class);
        return tries == null || tries.expiresAt().isBefore(now) ? null : tries;
    }

    private boolean letThrough(Tries tries, Instant now) {
        Query same = named(tries.id()).addCriteria(Criteria.where("last").is(tries.last()));
        return mongo.updateFirst(same, Update.update("last", now), Tries.class).getMatchedCount() == 1;
    }

    private static Update counted(Instant now) {
        return new Update().inc("count", 1).set("last", now).set("expiresAt", now.plus(MEMORY));
    }

    private static Query named(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }

    /** As precise as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
