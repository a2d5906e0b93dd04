package io.dianmai.lead.pool;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.lead.Hand;
import io.dianmai.lead.lead.Hands;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Recalled;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lead in the pool as it is shown: name and phone masked.
 *
 * @param recalledAt since when it waits
 * @param note why, in words
 * @param previousAdvisorId who had it before; absent when nobody did
 * @param timesInPool how often it went back to the company, this time included
 * @param contactBefore until when somebody should have spoken with the customer
 */
record PooledLead(
        String id,
        String storeId,
        @Nullable String leadRef,
        Instant recalledAt,
        RecallReason reason,
        @Nullable String note,
        @Nullable String previousAdvisorId,
        int timesInPool,
        Instant contactBefore,
        Channel channel,
        @Nullable Level level,
        @Nullable String model,
        @Nullable String customerName,
        @Nullable String phone) {

    static PooledLead of(Stored<Lead> stored, PoolPolicy policy) {
        Lead lead = stored.state();
        Recalled recalled = recalled(lead);
        Hand last = Hands.of(lead.hands()).latest();
        return new PooledLead(
                stored.id(),
                stored.storeId(),
                lead.reference(),
                recalled.at(),
                recalled.reason(),
                last == null ? null : last.note(),
                recalled.previousAdvisorId(),
                Math.max(1, Hands.of(lead.hands()).timesInPool()),
                recalled.at().plus(policy.contactWithin()),
                lead.dimensions().channel(),
                lead.level(),
                lead.dimensions().model(),
                lead.customer().name(),
                lead.customer().phone());
    }

    static Instant waitsSince(Lead lead) {
        return recalled(lead).at();
    }

    private static Recalled recalled(Lead lead) {
        return Objects.requireNonNull(lead.recalled(), "what is in the pool was taken back");
    }
}
