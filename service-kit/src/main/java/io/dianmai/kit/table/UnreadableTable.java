package io.dianmai.kit.table;

import org.jspecify.annotations.Nullable;

/** A file that is not read, or not any further. What it says is for the one who sent the file. */
public final class UnreadableTable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        TOO_LARGE,
        /** It would become far larger than it is. */
        BOMB,
        /** By a password, or in the old binary format, which looks the same from outside. */
        PROTECTED,
        BROKEN
    }

    UnreadableTable(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    UnreadableTable(Reason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
