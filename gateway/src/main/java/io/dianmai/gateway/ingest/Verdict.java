package io.dianmai.gateway.ingest;

import org.jspecify.annotations.Nullable;

/** What became of one event. */
sealed interface Verdict {
    /** The event's id, where it has a readable one. */
    @Nullable
    String id();

    /**
     * Kafka has it, or, in a dry run, would have been given it.
     *
     * @param repeated it was accepted before with the same content
     */
    record Accepted(String id, boolean repeated) implements Verdict {}

    /** Nothing of it was kept. */
    record Refused(@Nullable String id, Rejection rejection) implements Verdict {}
}
