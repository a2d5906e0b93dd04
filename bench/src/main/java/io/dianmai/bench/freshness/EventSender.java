package io.dianmai.bench.freshness;

import io.dianmai.bench.history.Chronicle;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.EventWriter;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Domain events straight onto Kafka, as if they happened now: what the KPI engine takes by itself. */
final class EventSender implements Sender {
    private static final URI SOURCE = URI.create("/bench");
    private static final LeadDimensions CALLER =
            new LeadDimensions(Channel.PHONE, null, "M5", "consultant", "team", null);

    private final Clock clock = Clock.systemUTC();
    private final List<Envelope<EventData>> story = new ArrayList<>();
    private final EventWriter writer;
    private int told;

    EventSender(String bootstrapServers, Group group, int events, long seed) {
        writer = new EventWriter(bootstrapServers, Duration.ofMillis(1));
        new Chronicle(group, events, seed).tell(story::add);
    }

    @Override
    public void something(long number) {
        Envelope<EventData> event = story.get(told++);
        send(event.id(), event.aggregateId(), event.storeId(), event.sequence(), event.data());
    }

    @Override
    public void call(String store) {
        var call = new VisitLogged(CALLER, VisitKind.CALL, 1, false, null);
        send(AggregateIds.next(), AggregateIds.next(), store, 1, call);
    }

    private void send(String id, String subject, String store, long sequence, EventData data) {
        Instant now = clock.instant();
        writer.send(new Envelope<>(id, SOURCE, subject, now, store, sequence, now, null, data));
    }

    @Override
    public void roundEnded() {
        // The producer sends by itself.
    }

    @Override
    public long refused() {
        return 0;
    }

    @Override
    public void close() {
        writer.flush();
        writer.close();
    }
}
