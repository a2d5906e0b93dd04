package io.dianmai.kpi.target;

/** What has come of a change of a plan. */
public sealed interface Recorded {
    record Saved(Plan plan) implements Recorded {}

    /** It plans what was planned already. */
    record Unchanged(Plan plan) implements Recorded {}

    /** The plan has another revision than was expected. */
    record Stale(int revision) implements Recorded {}

    /** The plan has as many versions as one can have. */
    record Full(int versions) implements Recorded {}
}
