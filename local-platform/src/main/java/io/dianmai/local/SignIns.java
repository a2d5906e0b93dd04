package io.dianmai.local;

import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The people and the store systems of the sample group with their passwords, as the file of the data folder lists them. */
public record SignIns(
        @Nullable List<Person> people, @Nullable List<Client> clients) {
    /** @param role the name of what the person may do, as tokens carry it */
    public record Person(String username, String password, String name, String role) {}

    /** A store system, which speaks for one store. */
    public record Client(String clientId, String secret, String storeId) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Empty when no sample group was fed yet. */
    public static Optional<SignIns> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file, SignIns.class));
        } catch (JacksonException e) {
            throw new LaunchFailure("the sign-ins in " + file + " cannot be read", "Run ./dianmai up --fresh.");
        }
    }

    public Optional<Person> person(String username) {
        return allPeople().stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    Optional<Client> client(String clientId) {
        return allClients().stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst();
    }

    /** The first person of each role. */
    List<Person> onePerRole() {
        Map<String, Person> byRole = new LinkedHashMap<>();
        allPeople().forEach(person -> byRole.putIfAbsent(person.role(), person));
        return List.copyOf(byRole.values());
    }

    /** One name for each person and each store system. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        allPeople().forEach(person -> names.add(person.username()));
        allClients().forEach(client -> names.add(client.clientId()));
        return names;
    }

    public List<Client> allClients() {
        return clients == null ? List.of() : clients;
    }

    public List<Person> allPeople() {
        return people == null ? List.of() : people;
    }

    /** Replaces the file at once; only its owner may read it. */
    public void writeTo(Path file) {
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "sign-ins",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new LaunchFailure(
                    "the sign-ins cannot be written to " + file + ": " + failed.getMessage(),
                    "Make room, or choose another DIANMAI_DATA.");
        }
    }
}
