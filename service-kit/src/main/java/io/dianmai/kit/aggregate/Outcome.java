package io.dianmai.kit.aggregate;

/** What became of a command. */
public sealed interface Outcome<S> {
    /** Carried out now, or before under the same command id. */
    record Done<S>(Stored<S> stored, boolean repeated) implements Outcome<S> {}

    /** There is nothing: no aggregate before and no event now. */
    record Nothing<S>() implements Outcome<S> {}

    /** Not carried out. */
    record Refused<S>(Refusal refusal) implements Outcome<S> {}
}
