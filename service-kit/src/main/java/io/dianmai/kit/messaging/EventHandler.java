package io.dianmai.kit.messaging;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;

/** What a service does with an event that it hears. Repeats are its own to recognise, in the write that applies them. */
@FunctionalInterface
public interface EventHandler {
    /** Handles one event; whatever it throws is retried and then ends among the dead letters. */
    void on(Envelope<EventData> event);
}
