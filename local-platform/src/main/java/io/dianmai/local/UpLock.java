package io.dianmai.local;

import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held while one command starts or stops the platform of a data folder; the system gives it back when that command dies. */
final class UpLock implements AutoCloseable {
    private final FileChannel channel;

    private UpLock(FileChannel channel) {
        this.channel = channel;
    }

    static UpLock take(Path data) {
        Path file = data.resolve("run").resolve("up.lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new LaunchFailure(
                        "another ./dianmai up or down is at work on " + data, "Wait until it is done, or stop it.");
            }
            return new UpLock(channel);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "the data folder " + data + " cannot be written",
                    "Make it writable, or set " + Setting.DIANMAI_DATA + " to another folder.");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProgram) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchFailure("the lock of the data folder could not be given back", "Run the command again.");
        }
    }
}
