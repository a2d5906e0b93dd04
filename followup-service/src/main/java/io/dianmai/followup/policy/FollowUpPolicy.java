package io.dianmai.followup.policy;

/** The rules of following up that hold at one store at one time. */
public record FollowUpPolicy(CadencePolicy cadence, TaskPolicy tasks) {}
