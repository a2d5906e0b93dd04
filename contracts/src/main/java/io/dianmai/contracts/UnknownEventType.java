package io.dianmai.contracts;

/** A well-formed event of a type that this version does not know: readers count it and go on. */
public final class UnknownEventType extends UnreadableEvent {
    private static final long serialVersionUID = 1L;

    UnknownEventType(String type) {
        super("unknown event type " + type, null);
    }
}
