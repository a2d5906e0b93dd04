package io.dianmai.aftersales.complaint;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.JobDimensions;
import org.jspecify.annotations.Nullable;

/** What may be asked of a complaint. */
public sealed interface ComplaintCommand {
    /** A customer complains. */
    record Open(JobDimensions dimensions, ComplaintCategory category) implements ComplaintCommand {}

    /** Its adviser leaves: while it is still his, somebody else has it from now on. */
    record Reassign(String from, String adviserId, @Nullable String teamId) implements ComplaintCommand {}

    /** The customer was answered. */
    record Answer() implements ComplaintCommand {}

    /**
     * The complaint is settled.
     *
     * @param satisfied what the customer said when asked
     */
    record Resolve(@Nullable Boolean satisfied) implements ComplaintCommand {}
}
