package io.dianmai.kit.aggregate;

/**
 * Why a command was not carried out: a value, not an exception.
 *
 * @param kind which HTTP status it becomes
 * @param code stable name, the last part of the problem's type URI, for example {@code lead-already-delivered}
 * @param detail one sentence for a person: what was wrong and what to do
 */
public record Refusal(Kind kind, String code, String detail) {
    /** What sort of refusal. */
    public enum Kind {
        /** The aggregate does not exist. */
        NOT_FOUND,
        /** Its state does not allow the command. */
        CONFLICT,
        /** The command makes no sense in itself. */
        INVALID,
        /** The aggregate is no longer what the command was made for. */
        STALE,
        /** Not now: try again later. */
        UNAVAILABLE
    }

    /** The code in words: the same for every occurrence. */
    public String title() {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    /** The command names something that does not exist. */
    public static Refusal notFound(String code, String detail) {
        return new Refusal(Kind.NOT_FOUND, code, detail);
    }

    /** The aggregate's state does not allow the command. */
    public static Refusal conflict(String code, String detail) {
        return new Refusal(Kind.CONFLICT, code, detail);
    }

    /** The command makes no sense in itself. */
    public static Refusal invalid(String code, String detail) {
        return new Refusal(Kind.INVALID, code, detail);
    }
}
