package io.dianmai.gateway.identity.person;

import io.dianmai.gateway.identity.token.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts of people. */
@Component
public class People {
    private final MongoTemplate mongo;
    private final Standing standing;
    private final Clock clock;

    People(MongoTemplate mongo, Standing standing, Clock clock) {
        this.mongo = mongo;
        this.standing = standing;
        this.clock = clock;
    }

    Optional<Person> find(String username) {
        return Optional.ofNullable(mongo.findById(username, Person.class));
    }

    /** Somebody who may sign in. */
    Optional<Person> findOpen(String username) {
        return find(username).filter(person -> !person.closed());
    }

    /** All accounts, or those of a place, in order of user names. */
    List<Person> all(@Nullable String place) {
        Query wanted = place == null
                ? new Query()
                : Query.query(Criteria.where("place").is(place));
        return mongo.find(wanted.with(Sort.by("_id")), Person.class);
    }

    /** Makes or replaces an account. */
    void put(Person person) {
        mongo.save(person);
        standing.forget(person.username());
    }

    /**
     * Somebody chooses a password of his own.
     *
     * @return false when the one that he came with was changed meanwhile
     */
    boolean choosePassword(Person person, String passwordHash) {
        var unchanged = Query.query(
                Criteria.where("_id").is(person.username()).and("passwordHash").is(person.passwordHash()));
        var chosen = new Update()
                .set("passwordHash", passwordHash)
                .set("temporary", false)
                .set("changedAt", now());
        boolean done = mongo.updateFirst(unchanged, chosen, Person.class).getMatchedCount() == 1;
        standing.forget(person.username());
        return done;
    }

    /** Whether there is such an account, which nobody can use from now on. */
    boolean close(String username) {
        var closed = new Update().set("closed", true).set("changedAt", now());
        boolean done = mongo.updateFirst(Query.query(Criteria.where("_id").is(username)), closed, Person.class)
                        .getMatchedCount()
                == 1;
        standing.forget(username);
        return done;
    }

    boolean none() {
        return !mongo.exists(new Query(), Person.class);
    }

    /** As precise as it is kept. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the framework compares a password with. */
    UserDetails credentials(String username) {
        return findOpen(username)
                .map(person -> User.withUsername(person.username())
                        .password(person.passwordHash())
                        .authorities(person.role().name())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
