package io.dianmai.bench.recovery;

import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.EventWriter;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** One visit for each store and day: as many rows as events. */
final class SparseHistory {
    private static final URI SOURCE = URI.create("/bench");
    private static final Instant FIRST_DAY = Instant.parse("2025-01-01T02:00:00Z");

    private final EventWriter writer;
    private final Group group;

    SparseHistory(EventWriter writer, Group group) {
        this.writer = writer;
        this.group = group;
    }

    /** The visits of so many days; returns when Kafka has them. */
    void write(int days) {
        for (int day = 0; day < days; day++) {
            Instant time = FIRST_DAY.plus(Duration.ofDays(day));
            group.ids().forEach(store -> visit(store, time));
        }
        writer.flush();
    }

    private void visit(String store, Instant time) {
        var dimensions = new LeadDimensions(Channel.PHONE, "spring", "M5", store + "-C1", store + "-T1", null);
        writer.send(new Envelope<>(
                AggregateIds.next(),
                SOURCE,
                AggregateIds.next(),
                time,
                store,
                1,
                time,
                null,
                new VisitLogged(dimensions, VisitKind.CALL, 1, true, null)));
    }
}
