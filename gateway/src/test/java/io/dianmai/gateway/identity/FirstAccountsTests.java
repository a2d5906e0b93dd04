package io.dianmai.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.dianmai.gateway.identity.client.Clients;
import io.dianmai.gateway.identity.person.People;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

class FirstAccountsTests {
    private final MongoServer store = new MongoServer(new MemoryBackend());
    private final MongoClient connection = MongoClients.create(store.bindAndGetConnectionString());
    private final MongoTemplate mongo = new MongoTemplate(connection, "test");
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final People people = new People(mongo, event -> {}, Clock.systemUTC());
    private final Clients clients = new Clients(mongo, encoder, event -> {}, Clock.systemUTC());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        connection.close();
        store.shutdownNow();
    }

    @Test
    void refusesToStartWithoutAnyAccount() {
        assertThatExceptionOfType(NoAccounts.class).isThrownBy(() -> start(null, null, "production"));
        assertThatExceptionOfType(NoAccounts.class).isThrownBy(() -> start(null, null, "local"));
        assertThatExceptionOfType(NoAccounts.class)
                .isThrownBy(() -> start(new IdentityProperties.Hq("boss", null, true), null, "production"));
    }

    @Test
    void writesNoSampleSignInsOutsideTheLocalSample() {
        Path file = folder.resolve("sign-ins.json");

        assertThatExceptionOfType(NoAccounts.class).isThrownBy(() -> start(null, file, "production"));
        assertThat(file).doesNotExist();
        assertThat(people.none()).isTrue();
    }

    @Test
    void takesFirstAccountFromSettingsButNeverOverwritesIt() {
        start(new IdentityProperties.Hq("boss", "first-secret", true), null, "production");
        start(new IdentityProperties.Hq("boss", "other-secret", true), null, "production");

        assertThat(people.find("boss")).hasValueSatisfying(boss -> {
            assertThat(encoder.matches("first-secret", boss.passwordHash())).isTrue();
            assertThat(boss.place()).isEqualTo("group");
        });
    }

    @Test
    void givesTheLocalSampleSignInsThatWork() throws IOException {
        Path file = folder.resolve("new").resolve("sign-ins.json");

        start(null, file, "local");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var written = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        var person = written.path("people").path(0);
        var client = written.path("clients").path(0);
        assertThat(people.find(person.path("username").asString()))
                .hasValueSatisfying(
                        hq -> assertThat(encoder.matches(person.path("password").asString(), hq.passwordHash()))
                                .isTrue());
        assertThat(clients.find(client.path("clientId").asString()))
                .hasValueSatisfying(operations -> assertThat(encoder.matches(
                                client.path("secret").asString(),
                                operations.secrets().getFirst().hash()))
                        .isTrue());
    }

    private void start(IdentityProperties.@Nullable Hq hq, @Nullable Path signIns, String profile) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        var properties =
                new IdentityProperties(URI.create("http://localhost:8080"), signIns, hq, Duration.ofDays(90), Set.of());
        new FirstAccounts(people, clients, encoder, properties, environment).afterSingletonsInstantiated();
    }
}
