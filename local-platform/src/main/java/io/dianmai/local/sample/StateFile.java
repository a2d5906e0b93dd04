package io.dianmai.local.sample;

import io.dianmai.contracts.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * One small record on disk, replaced as a whole.
 *
 * @param <S> a record
 */
final class StateFile<S> {
    private final Path file;
    private final Class<S> type;

    StateFile(Path folder, String name, Class<S> type) {
        this.file = folder.resolve(name);
        this.type = type;
    }

    Optional<S> read() {
        return Files.exists(file) ? Optional.of(EventJson.MAPPER.readValue(file, type)) : Optional.empty();
    }

    void write(S state) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(fresh, EventJson.MAPPER.writeValueAsBytes(state));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
