package io.dianmai.kit.policy;

import java.time.Instant;

/** What headquarters has said about the policies of one kind and scope. */
public sealed interface PolicyChange {
    /** Who said it. */
    String by();

    /** When. */
    Instant at();

    /** From when on it holds; of a cancelled policy, from when on it was to hold. */
    Instant from();

    /**
     * A policy holds from then on.
     *
     * @param policy of the kind's type
     */
    record Put(Object policy, Instant from, String by, Instant at) implements PolicyChange {}

    /** Nothing is said any more for what happens from then on, also not by policies that were to come. */
    record Ended(Instant from, String by, Instant at) implements PolicyChange {}

    /** A policy that has not begun will not. */
    record Cancelled(Instant from, String by, Instant at) implements PolicyChange {}
}
