package io.dianmai.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read for many who ask: anew when it is asked for and older than allowed. Never older than that, on any
 * instance, and without anything that would have to be told of changes.
 */
public final class Recent<T> {
    private final Supplier<T> source;
    private final Duration freshFor;
    private final Clock clock;
    private volatile @Nullable Read<T> last;

    public Recent(Supplier<T> source, Duration freshFor, Clock clock) {
        this.source = source;
        this.freshFor = freshFor;
        this.clock = clock;
    }

    private record Read<T>(T value, Instant at) {}

    public T get() {
        Instant now = clock.instant();
        Read<T> read = last;
        if (read == null || !now.isBefore(read.at().plus(freshFor)) || now.isBefore(read.at())) {
            read = new Read<>(source.get(), now);
            last = read;
        }
        return read.value();
    }
}
