package io.dianmai.kpi.delivery.queue;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.NoticeKind;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Deliveries as documents. */
final class DeliveryDocument {
    static final String ID = "_id";
    static final String TARGET = "targetId";
    static final String STORE = "storeId";
    static final String NOTICE = "noticeId";
    static final String AT = "at";
    static final String STATE = "state";
    static final String REASON = "reason";
    static final String TRIES = "tries";
    static final String ATTEMPTS = "attempts";
    static final String ENDED_AT = "endedAt";
    private static final String KIND = "kind";
    private static final String DEADLINES = "deadlines";
    private static final String EVENT = "event";

    private DeliveryDocument() {}

    static Document of(Delivery delivery) {
        Document document = new Document(ID, delivery.id())
                .append(TARGET, delivery.targetId())
                .append(NOTICE, delivery.noticeId())
                .append(KIND, delivery.kind().name())
                .append(STORE, delivery.storeId())
                .append(DEADLINES, delivery.deadlines().stream().map(Enum::name).toList())
                .append(AT, Date.from(delivery.at()))
                .append(EVENT, delivery.event())
                .append(STATE, delivery.state().name())
                .append(TRIES, delivery.tries())
                .append(ATTEMPTS, List.of());
        if (delivery.endedAt() != null) {
            document.append(ENDED_AT, Date.from(delivery.endedAt())).append(REASON, delivery.reason());
        }
        return document;
    }

    static Document of(Tried tried) {
        Document document = new Document("at", Date.from(tried.at()))
                .append("outcome", tried.outcome())
                .append("millis", tried.millis());
        if (tried.status() != null) {
            document.append("status", tried.status());
        }
        return tried.reason() == null ? document : document.append("reason", tried.reason());
    }

    static Delivery delivery(Document document) {
        @Nullable Date ended = document.getDate(ENDED_AT);
        return new Delivery(
                document.getString(ID),
                document.getString(TARGET),
                document.getString(NOTICE),
                NoticeKind.valueOf(document.getString(KIND)),
                document.getString(STORE),
                document.getList(DEADLINES, String.class).stream()
                        .map(DeadlineKind::valueOf)
                        .toList(),
                document.getDate(AT).toInstant(),
                document.getString(EVENT),
                DeliveryState.valueOf(document.getString(STATE)),
                document.getString(REASON),
                document.getInteger(TRIES),
                document.getList(ATTEMPTS, Document.class).stream()
                        .map(DeliveryDocument::tried)
                        .toList(),
                ended == null ? null : ended.toInstant());
    }

    private static Tried tried(Document document) {
        return new Tried(
                document.getDate("at").toInstant(),
                document.getString("outcome"),
                document.getInteger("status"),
                document.getString("reason"),
                document.getLong("millis"));
    }
}
