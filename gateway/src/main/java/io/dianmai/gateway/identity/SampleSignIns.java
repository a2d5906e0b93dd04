package io.dianmai.gateway.identity;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.client.Clients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sign-ins of the local sample, for whoever tries it.
 *
 * @param clients operations speaks for the store {@code *}
 */
record SampleSignIns(List<SignIn> people, List<SampleClient> clients) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record SignIn(String username, String password, String name, Role role) {}

    record SampleClient(String clientId, String secret, String storeId) {}

    static SampleSignIns of(String username, String password, String name, Clients.Issued operations) {
        return new SampleSignIns(
                List.of(new SignIn(username, password, name, Role.GROUP_HQ)),
                List.of(new SampleClient(operations.clientId(), operations.secret(), "*")));
    }

    /** Readable for its owner only, and never without that. */
    void writeTo(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(
                    file,
                    MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new UncheckedIOException("the file of sign-ins cannot be written", failed);
        }
    }
}
