package io.dianmai.kpi.value;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import tools.jackson.core.JacksonException;

/** Writes changed rows to the read model; of several states of a row in one batch only the last. */
final class RowSink implements BatchMessageListener<String, byte[]> {
    private final KpiRows rows;
    private final HeardStores heard;
    private final Clock clock;
    private final Timer factToRow;

    RowSink(KpiRows rows, HeardStores heard, Clock clock, MeterRegistry meters) {
        this.rows = rows;
        this.heard = heard;
        this.clock = clock;
        factToRow = Timer.builder("dianmai.kpi.fact.to.row")
                .description("From the acceptance of a fact to its being in the store of rows")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
        Map<String, KpiRows.Placed> latest = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                latest.put(record.key(), read(record));
            } catch (JacksonException | IllegalArgumentException unreadable) {
                // What came before it is done; it goes to the dead letters, and what follows comes again.
                write(latest);
                throw new BatchListenerFailedException("no row of counters", unreadable, record);
            }
        }
        write(latest);
    }

    private static KpiRows.Placed read(ConsumerRecord<String, byte[]> record) {
        return new KpiRows.Placed(RowText.read(record.value()), record.offset());
    }

    private void write(Map<String, KpiRows.Placed> latest) {
        rows.write(latest.values());
        heard.heard(latest.values().stream()
                .map(KpiRows.Placed::row)
                .collect(Collectors.toMap(
                        row -> row.key().storeId(),
                        RowText::heardTo,
                        BinaryOperator.maxBy(Comparator.naturalOrder()))));
        var now = clock.instant();
        latest.values()
                .forEach(
                        placed -> factToRow.record(Duration.between(placed.row().heardTo(), now)));
    }
}
