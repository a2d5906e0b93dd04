package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.grading.Score;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it is shown: name and phone masked, for everybody.
 *
 * @param levelByCriteria what the criteria come to, beside the level that the advisor has set
 * @param score 0 to 100; absent while nothing is known that counts
 * @param nurture whether it waits for marketing: below the threshold, and with nobody
 * @param lastActivityAt when something was last done about it, as far as this service knows
 * @param registrations how often the customer was put on file at the store
 * @param joinedRefs the store system's ids of the later registrations
 * @param clashed another store of the group was first; which one, headquarters sees
 * @param mergedInto the lead that goes on instead
 * @param absorbed leads that were merged into it
 */
public record LeadView(
        String id,
        String storeId,
        @Nullable String leadRef,
        Instant registeredAt,
        Stage stage,
        @Nullable Level level,
        @Nullable Level levelByCriteria,
        boolean levelOverridden,
        @Nullable String levelReason,
        @Nullable String levelScheme,
        @Nullable Integer score,
        boolean nurture,
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
        @Nullable Instant lastActivityAt,
        @Nullable Interest interest,
        @Nullable Consent consent,
        int registrations,
        @Nullable List<String> joinedRefs,
        boolean clashed,
        @Nullable String mergedInto,
        @Nullable List<String> absorbed,
        DealView deal) {

    /** The lead as anybody may see it who may see it at all. */
    public static LeadView of(Stored<Lead> stored) {
        Lead lead = stored.state();
        Grade grade = lead.grade();
        Score score = lead.knownOutlook().score();
        Card card = lead.cardOrEmpty();
        Activity activity = lead.activity();
        return new LeadView(
                stored.id(),
                stored.storeId(),
                lead.reference(),
                lead.registeredAt(),
                lead.progress().stage(),
                grade == null ? null : grade.level(),
                grade == null ? null : grade.criteriaLevel(),
                grade != null && grade.overridden(),
                grade == null ? null : grade.reason(),
                grade == null ? null : grade.scheme(),
                score == null ? null : score.points(),
                lead.waitsForMarketing(),
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
                activity == null ? null : activity.at(),
                card.interest().equals(Interest.UNKNOWN) ? null : card.interest(),
                card.consent(),
                card.registrations(),
                card.joined().isEmpty() ? null : card.joined(),
                card.clash() != null,
                card.mergedInto(),
                card.absorbed().isEmpty() ? null : card.absorbed(),
                DealView.of(lead));
    }
}
