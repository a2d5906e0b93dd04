package io.dianmai.kpi.clock;

import io.dianmai.kpi.journal.EngineView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Follows the clocks. What was heard is written before the offsets: whatever stops it in between, the same batch comes again
 * and ends the same.
 */
final class ClockListener implements BatchMessageListener<byte[], byte[]> {
    private final ClockBook book;
    private final ClockProgress progress;
    private final Counter heard;

    ClockListener(ClockBook book, ClockProgress progress, MeterRegistry meters) {
        this.book = book;
        this.progress = progress;
        heard = Counter.builder("dianmai.deadlines.clocks.heard")
                .description("Changes of clocks that the list of deadlines has taken up, repeats included")
                .register(meters);
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        List<Heard> all = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            EngineView.event(record)
                    .ifPresent(event -> all.addAll(
                            ClockFacts.in(event, record.topic(), Instant.ofEpochMilli(record.timestamp()))));
        }
        book.hear(all);
        progress.heard(batch);
        heard.increment(all.size());
    }
}
