package io.dianmai.lead.loss;

import io.dianmai.contracts.lead.LossReason;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.security.Viewer;
import io.dianmai.lead.lead.Leads;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads what leads were lost to, and nothing else of them: a year of a group is read without keeping it in memory. */
@Component
class LostLeads {
    private final MongoTemplate mongo;
    private final StoreReplica stores;

    LostLeads(MongoTemplate mongo, StoreReplica stores) {
        this.mongo = mongo;
        this.stores = stores;
    }

    /** One loss, also of a customer who was won back. */
    record Lost(
            String storeId,
            @Nullable String model,
            @Nullable String competitorModel,
            LossReason reason) {}

    /** Every loss on days from {@code from} to {@code to}, which are the store's, of the stores that the viewer may see. */
    void forEach(Viewer viewer, @Nullable String storeId, LocalDate from, LocalDate to, Consumer<Lost> consumer) {
        // A day in any zone is within a day of the same in UTC.
        Instant earliest = from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant latest = to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        var store = storeId == null ? new Criteria() : Criteria.where("storeId").is(storeId);
        var query = Query.query(new Criteria()
                .andOperator(
                        viewer.within(),
                        store,
                        Criteria.where(Leads.LOST_AT).gte(earliest).lt(latest)));
        query.fields().include("storeId", "state.deal.losses");
        try (Stream<Document> leads = mongo.stream(query, Document.class, Leads.COLLECTION)) {
            leads.forEach(lead -> lossesOf(lead, from, to).forEach(consumer));
        }
    }

    private Stream<Lost> lossesOf(Document lead, LocalDate from, LocalDate to) {
        String storeId = lead.getString("storeId");
        ZoneId zone = stores.zone(storeId);
        List<Document> losses =
                lead.getEmbedded(List.of("state", "deal"), Document.class).getList("losses", Document.class, List.of());
        return losses.stream()
                .filter(loss -> {
                    LocalDate day =
                            loss.get("at", Date.class).toInstant().atZone(zone).toLocalDate();
                    return !day.isBefore(from) && !day.isAfter(to);
                })
                .map(loss -> new Lost(
                        storeId,
                        loss.getString("model"),
                        loss.getString("competitorModel"),
                        LossReason.valueOf(loss.getString("reason"))));
    }
}
