package io.dianmai.kit.aggregate;

import io.dianmai.contracts.EventData;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An aggregate to be created, with all that has happened to it so far: its history is taken wholly or not at all, in one
 * write.
 *
 * @param steps the commands in the order in which they happened; the first one creates the aggregate
 * @param keep as in {@link Aggregates#execute(String, Command, Decider, UnaryOperator)}, applied once, after all steps
 */
public record Creation<S, E extends EventData>(String id, List<Step<S, E>> steps, UnaryOperator<S> keep) {
    public Creation {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("nothing comes of no command");
        }
    }

    /** One command and what is made of it. */
    public record Step<S, E extends EventData>(Command command, Decider<S, E> decider) {}

    /** An aggregate that one command creates. */
    public static <S, E extends EventData> Creation<S, E> of(String id, Command command, Decider<S, E> decider) {
        return new Creation<>(id, List.of(new Step<>(command, decider)), UnaryOperator.identity());
    }

    String storeId() {
        return steps.getFirst().command().storeId();
    }
}
