package io.dianmai.kit.aggregate;

import io.dianmai.contracts.EventData;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Carries out commands: {@link Aggregates} each by a write of its own, a {@link CommandGroup} many together.
 *
 * @param <S> state
 * @param <E> family of events
 */
public interface Commands<S, E extends EventData> {
    /** The aggregate, if it exists. */
    Optional<Stored<S>> find(String id);

    /**
     * Carries out a command once, and keeps with the state what its events must not carry, sealed personal data, or
     * need not carry, what another aggregate said of itself.
     *
     * @param keep from the state after the events to the state that is stored; applied when there are events, or when
     *     another aggregate's event was heard
     * @throws OptimisticLockingFailureException when others keep changing the aggregate at the same time
     */
    Outcome<S> execute(String id, Command command, Decider<S, E> decider, UnaryOperator<S> keep);

    /**
     * Carries out a command once.
     *
     * @throws OptimisticLockingFailureException when others keep changing the aggregate at the same time
     */
    default Outcome<S> execute(String id, Command command, Decider<S, E> decider) {
        return execute(id, command, decider, UnaryOperator.identity());
    }
}
