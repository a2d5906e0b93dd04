package io.dianmai.kit.aggregate;

import io.dianmai.contracts.EventData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an aggregate's state follows from its events: pure.
 *
 * @param <S> state, a record that Spring Data can map
 * @param <E> its sealed family of events
 */
@FunctionalInterface
public interface Behaviour<S, E extends EventData> {
    /**
     * The state after {@code event}.
     *
     * @param state null before the first event
     * @param time business time of the event
     */
    S apply(String id, @Nullable S state, E event, Instant time);
}
