package io.dianmai.kit.aggregate;

import io.dianmai.contracts.EventData;
import java.util.List;

/** What a command comes to, decided without side effects. */
public sealed interface Decision<E extends EventData> {
    /** These events happen, in this order. None at all means that the command changes nothing. */
    record Accepted<E extends EventData>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused and nothing happens. */
    record Refused<E extends EventData>(Refusal refusal) implements Decision<E> {}

    /** These events happen, in this order. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <E extends EventData> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    /** These events happen, in this order. */
    static <E extends EventData> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    /** Nothing happens, for this reason. */
    static <E extends EventData> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
