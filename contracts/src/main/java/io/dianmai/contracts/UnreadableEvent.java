package io.dianmai.contracts;

import org.jspecify.annotations.Nullable;

/** A record that is no event of the platform. Its message says why and never quotes the data. */
public sealed class UnreadableEvent extends RuntimeException permits UnknownEventType {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
