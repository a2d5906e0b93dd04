package io.dianmai.gateway.identity;

import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts of people. */
@Component
class People {
    private final MongoTemplate mongo;

    People(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Person> find(String username) {
        return Optional.ofNullable(mongo.findById(username, Person.class));
    }

    void put(Person person) {
        mongo.save(person);
    }

    boolean none() {
        return !mongo.exists(new Query(), Person.class);
    }

    /** What the framework compares a password with. */
    UserDetails credentials(String username) {
        return find(username)
                .map(person -> User.withUsername(person.username())
                        .password(person.passwordHash())
                        .authorities(person.role().name())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
