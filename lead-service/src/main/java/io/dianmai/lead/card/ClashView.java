package io.dianmai.lead.card;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.lead.Clash;
import io.dianmai.lead.lead.Lead;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clash as headquarters sees it.
 *
 * @param leadId the newcomer, of {@code storeId}
 * @param firstStoreId where the customer was on file first
 * @param protectedUntil until when that store's claim is protected
 */
record ClashView(
        String leadId,
        String storeId,
        Instant registeredAt,
        Channel channel,
        @Nullable String advisorId,
        @Nullable String customerName,
        @Nullable String phone,
        String firstStoreId,
        Instant firstRegisteredAt,
        Instant protectedUntil) {

    static ClashView of(Stored<Lead> stored) {
        Lead lead = stored.state();
        Clash clash = Objects.requireNonNull(lead.clash(), "the list has only leads that clash");
        return new ClashView(
                stored.id(),
                stored.storeId(),
                lead.registeredAt(),
                lead.dimensions().channel(),
                lead.dimensions().advisorId(),
                lead.customer().name(),
                lead.customer().phone(),
                clash.firstStoreId(),
                clash.firstRegisteredAt(),
                clash.protectedUntil());
    }
}
