package io.dianmai.gateway.identity;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.client.Clients;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.person.Secrets;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The account that an empty installation begins with. There is no built-in password: HQ's comes from the settings, and
 * the local sample gets a random one, written to its file of sign-ins. With neither, the gateway does not start.
 */
@Component
class FirstAccounts implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);

    private static final String HQ = "hq";
    private static final String HQ_NAME = "集团运营中心";
    private static final String OPERATIONS = "operations";

    /** Who made the first accounts. */
    private static final String SETTINGS = "(settings)";

    private final People people;
    private final Clients clients;
    private final PasswordEncoder encoder;
    private final IdentityProperties properties;
    private final boolean local;

    FirstAccounts(
            People people,
            Clients clients,
            PasswordEncoder encoder,
            IdentityProperties properties,
            Environment environment) {
        this.people = people;
        this.clients = clients;
        this.encoder = encoder;
        this.properties = properties;
        this.local = environment.acceptsProfiles(Profiles.of("local"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!people.none()) {
            return;
        }
        IdentityProperties.Hq hq = properties.hq();
        Path sample = properties.sampleSignIns();
        if (hq != null && hq.username() != null && hq.password() != null) {
            put(hq.username(), hq.password(), hq.temporary());
            log.info("the first account of HQ was made from the settings");
        } else if (local && sample != null) {
            begin(sample);
        } else {
            throw new NoAccounts();
        }
    }

    /** The file first: accounts whose secrets nobody has would be of no use. */
    private void begin(Path sample) {
        String password = Secrets.password();
        Clients.Issued operations = clients.issueForOperations(OPERATIONS, SETTINGS);
        SampleSignIns.of(HQ, password, HQ_NAME, operations).writeTo(sample);
        put(HQ, password, false);
        log.info("the first sign-ins of the local sample are in {}", sample);
    }

    private void put(String username, String password, boolean temporary) {
        people.put(
                new Person(
                        username,
                        Objects.requireNonNull(encoder.encode(password)),
                        temporary,
                        HQ_NAME,
                        null,
                        Role.GROUP_HQ,
                        "group",
                        false,
                        people.now()),
                SETTINGS);
    }
}
