package io.dianmai.kpi.journal;

import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.bson.Document;

/** Entries as parts of documents and back. Times are text: the store's own type keeps milliseconds only. */
final class EntryDocuments {
    private EntryDocuments() {}

    static Document write(Entry entry) {
        Document amounts = new Document();
        entry.amounts().forEach((counter, amount) -> amounts.append(counter.catalogueName(), amount));
        Document document = new Document("id", entry.eventId())
                .append("type", entry.type())
                .append("subject", entry.subject())
                .append("sequence", entry.sequence())
                .append("time", entry.time().toString())
                .append("recorded", entry.recordedTime().toString())
                .append("topic", entry.position().topic())
                .append("partition", entry.position().partition())
                .append("offset", entry.position().offset())
                .append("posting", entry.position().posting())
                .append("amounts", amounts)
                .append(
                        "slices",
                        entry.slices().stream().map(EntryDocuments::write).toList());
        if (!entry.at().equals(entry.time())) {
            document.append("at", entry.at().toString()).append("restated", entry.restated());
        }
        return document;
    }

    static Entry read(StoreDay storeDay, Document document) {
        Instant time = Instant.parse(document.getString("time"));
        String at = document.getString("at");
        return new Entry(
                storeDay,
                new Position(
                        document.getString("topic"),
                        document.getInteger("partition"),
                        document.get("offset", Number.class).longValue(),
                        document.getInteger("posting")),
                document.getString("id"),
                document.getString("type"),
                document.getString("subject"),
                document.get("sequence", Number.class).longValue(),
                time,
                Instant.parse(document.getString("recorded")),
                at == null ? time : Instant.parse(at),
                document.getBoolean("restated", false),
                amounts(document.get("amounts", Document.class)),
                document.getList("slices", Document.class).stream()
                        .map(EntryDocuments::slice)
                        .toList());
    }

    private static Document write(Slice slice) {
        return new Document("dimension", slice.dimension().name()).append("value", slice.value());
    }

    private static Slice slice(Document document) {
        return new Slice(Dimension.valueOf(document.getString("dimension")), document.getString("value"));
    }

    private static Map<Counter, Long> amounts(Document document) {
        Map<Counter, Long> amounts = new EnumMap<>(Counter.class);
        for (String name : document.keySet()) {
            Counter counter = Counter.named(name)
                    .orElseThrow(() -> new IllegalStateException("the journal has a counter that is gone: " + name));
            amounts.put(counter, document.get(name, Number.class).longValue());
        }
        return amounts;
    }
}
