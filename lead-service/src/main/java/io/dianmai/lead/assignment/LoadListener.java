package io.dianmai.lead.assignment;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.UnreadableEvent;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadReopened;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/** Hears in batches what changes how many leads an advisor has; everything else is passed over unread. */
final class LoadListener implements BatchMessageListener<String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(LoadListener.class);

    /** So that the document of a store stays small, which keeps those of its last round until the next. */
    private static final int MOST_AT_ONCE = 100;

    private static final Set<String> TYPES = Stream.of(
                    LeadRegistered.class,
                    LeadAssigned.class,
                    LeadGraded.class,
                    LeadRecalled.class,
                    LeadDelivered.class,
                    LeadLost.class,
                    LeadMerged.class,
                    LeadReopened.class)
            .map(EventTypes::nameOf)
            .collect(Collectors.toUnmodifiableSet());

    private final LoadBook book;

    LoadListener(LoadBook book) {
        this.book = book;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        List<Envelope<LeadEvent>> events = batch.stream()
                .map(LoadListener::event)
                .flatMap(Optional::stream)
                .toList();
        for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
            var round = events.subList(from, Math.min(from + MOST_AT_ONCE, events.size()));
            book.count(round.stream().collect(Collectors.groupingBy(Envelope::storeId)));
        }
    }

    private static Optional<Envelope<LeadEvent>> event(ConsumerRecord<String, byte[]> record) {
        String type = EventCodec.typeOf(record.headers());
        if (type == null || !TYPES.contains(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(EventCodec.fromRecord(record.headers(), record.value())));
        } catch (UnreadableEvent unreadable) {
            // The binding of the same topic puts it among the dead letters.
            log.warn(
                    "passed over {}-{}@{}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Envelope<LeadEvent> of(Envelope<EventData> event) {
        return new Envelope<>(
                event.id(),
                event.source(),
                Objects.requireNonNull(event.subject(), "an event of a lead names it"),
                event.time(),
                event.storeId(),
                event.sequence(),
                event.recordedTime(),
                event.traceParent(),
                (LeadEvent) event.data());
    }
}
