package io.dianmai.gateway.identity.person;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public People(MongoTemplate mongo, ApplicationEventPublisher events, Clock clock) {
        this.mongo = mongo;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Person> find(String username) {
        return Optional.ofNullable(mongo.findById(username, Person.class));
    }

    /** Somebody who may sign in. */
    public Optional<Person> findOpen(String username) {
        return find(username).filter(person -> !person.closed());
    }

    /** All accounts, or those of a place, in order of user names. */
    List<Person> all(@Nullable String place) {
        Query wanted = place == null
                ? new Query()
                : Query.query(Criteria.where("place").is(place));
        return mongo.find(wanted.with(Sort.by("_id")), Person.class);
    }

    /**
     * Makes or replaces an account.
     *
     * @param actor who does it
     */
    public void put(Person person, String actor) {
        boolean there = mongo.exists(named(person.username()), Person.class);
        mongo.save(person);
        tell(
                there ? Kind.ACCOUNT_CHANGED : Kind.ACCOUNT_OPENED,
                actor,
                person.username(),
                person.role() + " " + person.place());
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
        if (done) {
            tell(Kind.PASSWORD_CHANGED, person.username(), person.username(), null);
        }
        return done;
    }

    /**
     * Closes an account: nobody can use it from now on.
     *
     * @return whether there is such an account
     */
    public boolean close(String username, String actor) {
        var closed = new Update().set("closed", true).set("changedAt", now());
        boolean done = mongo.updateFirst(named(username), closed, Person.class).getMatchedCount() == 1;
        if (done) {
            tell(Kind.ACCOUNT_CLOSED, actor, username, null);
        }
        return done;
    }

    public boolean none() {
        return !mongo.exists(new Query(), Person.class);
    }

    /** As precise as it is kept. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the framework compares a password with. */
    public UserDetails credentials(String username) {
        return findOpen(username)
                .map(person -> User.withUsername(person.username())
                        .password(person.passwordHash())
                        .authorities(person.role().name())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    private void tell(Kind what, String actor, String username, @Nullable String detail) {
        events.publishEvent(new IdentityEvent(what, actor, username, detail));
    }

    private static Query named(String username) {
        return Query.query(Criteria.where("_id").is(username));
    }
}
