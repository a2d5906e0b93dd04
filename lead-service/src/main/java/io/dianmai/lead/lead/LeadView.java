package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead as it is shown: name and phone masked, for everybody. */
public record LeadView(
        String id,
        String storeId,
        @Nullable String leadRef,
        Instant registeredAt,
        Stage stage,
        @Nullable Level level,
        boolean levelOverridden,
        @Nullable String levelReason,
        Channel channel,
        CustomerClass customerClass,
        @Nullable String customerName,
        @Nullable String phone,
        @Nullable String model,
        @Nullable String activityId,
        @Nullable String advisorId,
        @Nullable String teamId,
        int visits,
        int testDrives,
        @Nullable String orderRef,
        @Nullable LossReason lossReason,
        @Nullable Recalled recalled,
        DealView deal) {

    static LeadView of(Stored<Lead> stored) {
        Lead lead = stored.state();
        Grade grade = lead.grade();
        return new LeadView(
                stored.id(),
                stored.storeId(),
                lead.reference(),
                lead.registeredAt(),
                lead.progress().stage(),
                grade == null ? null : grade.level(),
                grade != null && grade.overridden(),
                grade == null ? null : grade.reason(),
                lead.dimensions().channel(),
                lead.customerClass(),
                lead.customer().name(),
                lead.customer().phone(),
                lead.dimensions().model(),
                lead.dimensions().activityId(),
                lead.dimensions().advisorId(),
                lead.dimensions().teamId(),
                lead.progress().visits(),
                lead.progress().testDrives(),
                lead.progress().orderId(),
                lead.progress().lossReason(),
                lead.recalled(),
                DealView.of(lead));
    }
}
