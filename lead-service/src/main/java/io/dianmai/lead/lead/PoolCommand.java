package io.dianmai.lead.lead;

import java.time.Duration;

/** 公海进出: how people take open leads out of the company pool, and give back what they have. */
public sealed interface PoolCommand extends LeadCommand.Change {

    /**
     * 认领: an advisor takes a lead out of the pool.
     *
     * @param barred how long after its recall it is not for who had it before
     */
    record Claim(String advisorId, Duration barred) implements PoolCommand {}

    /**
     * 退回: the owner gives the lead back to the company.
     *
     * @param reason in words
     */
    record GiveBack(String advisorId, String reason) implements PoolCommand {}

    /**
     * 拒收: the owner does not take what he was given. The lead goes to the next by the store's rule, or to the pool.
     *
     * @param reason in words
     * @param within how long after he was given it
     */
    record Decline(String advisorId, String reason, Duration within) implements PoolCommand {}

    /**
     * 公海分配: the lead is dealt to somebody of the special team, if it still is in the pool.
     *
     * @param note of which share-out, in words
     */
    record ShareOut(String advisorId, String note) implements PoolCommand {}
}
