package io.dianmai.kpi.clock;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.clock.Told.Armed;
import io.dianmai.kpi.clock.Told.Cleared;
import io.dianmai.kpi.clock.Told.Fired;
import io.dianmai.kpi.clock.Told.HandedOver;
import io.dianmai.kpi.clock.Told.SetAnew;
import io.dianmai.kpi.clock.Told.Snoozed;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Clocks as documents and back. Beside what was heard stands what lists ask for. */
final class ClockDocuments {
    static final String ID = "_id";
    static final String STORE = "storeId";
    static final String VERSION = "version";
    static final String KIND = "kind";
    static final String OWNER = "ownerId";
    static final String DUE_AT = "dueAt";
    static final String RUNNING = "running";
    static final String ENDED_AT = "endedAt";
    private static final String FACTS = "facts";

    private ClockDocuments() {}

    static Document write(TrackedClock clock, long version) {
        Document document = new Document(ID, clock.id())
                .append(STORE, clock.storeId())
                .append(VERSION, version)
                .append(FACTS, clock.facts().stream().map(ClockDocuments::write).toList());
        clock.latest()
                .ifPresent(latest -> document.append(KIND, latest.kind().name())
                        .append(OWNER, latest.ownerId())
                        .append(DUE_AT, Date.from(latest.dueAt()))
                        .append(RUNNING, latest.isRunning())
                        .append(ENDED_AT, latest.endedAt() == null ? null : Date.from(latest.endedAt())));
        return document;
    }

    static TrackedClock read(Document document) {
        return new TrackedClock(
                document.getString(ID),
                document.getString(STORE),
                document.getList(FACTS, Document.class).stream()
                        .map(ClockDocuments::fact)
                        .toList());
    }

    private static Document write(ClockFact fact) {
        Document document = new Document("topic", fact.topic())
                .append("sequence", fact.sequence())
                .append("part", fact.part())
                .append("at", Date.from(fact.at()));
        return switch (fact.told()) {
            case Armed armed ->
                document.append("told", "armed")
                        .append("kind", armed.kind().name())
                        .append("about", armed.aggregateId())
                        .append("owner", armed.ownerId())
                        .append("dueAt", Date.from(armed.dueAt()))
                        .append("recordedAt", Date.from(armed.recordedAt()));
            case SetAnew anew ->
                document.append("told", "set-anew")
                        .append("dueAt", Date.from(anew.dueAt()))
                        .append("recordedAt", Date.from(anew.recordedAt()));
            case Cleared _ -> document.append("told", "cleared");
            case HandedOver(String ownerId) ->
                document.append("told", "handed-over").append("owner", ownerId);
            case Fired fired ->
                document.append("told", "fired")
                        .append("dueAt", Date.from(fired.dueAt()))
                        .append("offset", fired.offset().toMillis())
                        .append("firedAt", Date.from(fired.firedAt()));
            case Snoozed snoozed ->
                document.append("told", "snoozed")
                        .append("dueAt", Date.from(snoozed.dueAt()))
                        .append("until", Date.from(snoozed.until()))
                        .append("reason", snoozed.reason())
                        .append("by", snoozed.by());
        };
    }

    private static ClockFact fact(Document document) {
        return new ClockFact(
                document.getString("topic"),
                document.getLong("sequence"),
                document.getInteger("part"),
                instant(document, "at"),
                told(document));
    }

    private static Told told(Document document) {
        String told = document.getString("told");
        return switch (told) {
            case "armed" ->
                new Armed(
                        DeadlineKind.valueOf(document.getString("kind")),
                        document.getString("about"),
                        document.getString("owner"),
                        instant(document, "dueAt"),
                        instant(document, "recordedAt"));
            case "set-anew" -> new SetAnew(instant(document, "dueAt"), instant(document, "recordedAt"));
            case "cleared" -> new Cleared();
            case "handed-over" -> new HandedOver(document.getString("owner"));
            case "fired" ->
                new Fired(
                        instant(document, "dueAt"),
                        Duration.ofMillis(document.getLong("offset")),
                        instant(document, "firedAt"));
            case "snoozed" ->
                new Snoozed(
                        instant(document, "dueAt"),
                        instant(document, "until"),
                        document.getString("reason"),
                        document.getString("by"));
            default -> throw new IllegalStateException("a clock was told something unknown: " + told);
        };
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    /** A clock and the version of the document that it was read from. */
    record Versioned(TrackedClock clock, long version) {
        static Versioned read(Document document) {
            return new Versioned(ClockDocuments.read(document), document.getLong(VERSION));
        }
    }
}
