package io.dianmai.kpi.clock;

import io.dianmai.kpi.ImplausibleEvent;
import io.dianmai.kpi.journal.EngineView;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Follows the clocks. What was heard is written before the offsets: whatever stops it in between, the same batch comes again
 * and ends the same.
 */
final class ClockListener implements BatchMessageListener<byte[], byte[]> {
    private final ClockBook book;
    private final ClockProgress progress;
    private final LadderBook ladders;
    private final Function<String, Place> places;
    private final Counter heard;

    /**
     * One of those that share the topics.
     *
     * @param places where each store lies, by its id
     */
    ClockListener(
            ClockBook book,
            ClockProgress progress,
            LadderBook ladders,
            Function<String, Place> places,
            MeterRegistry meters) {
        this.book = book;
        this.progress = progress;
        this.ladders = ladders;
        this.places = places;
        heard = Counter.builder("dianmai.deadlines.clocks.heard")
                .description("Changes of clocks that the list of deadlines has taken up, repeats included")
                .register(meters);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        List<Heard> all = new ArrayList<>();
        Ladders now = ladders.current();
        batch.forEach(record -> all.addAll(heardIn(record, now)));
        book.hear(all);
        progress.heard(batch);
        heard.increment(all.size());
    }

    private List<Heard> heardIn(ConsumerRecord<byte[], byte[]> record, Ladders ladders) {
        try {
            return EngineView.event(record)
                    .map(event -> ClockFacts.in(
                            event,
                            record.topic(),
                            Instant.ofEpochMilli(record.timestamp()),
                            ladders,
                            places.apply(event.storeId())))
                    .orElse(List.of());
        } catch (ImplausibleEvent notBelieved) {
            // The engine has put it on the dead letters, and said why.
            return List.of();
        }
    }
}
