package io.dianmai.bench.queries;

import io.dianmai.bench.history.Group;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.Topics;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Puts the rows of a group on {@code kpi-rows}, from where kpi-service itself writes them into the read model. */
final class RowSeeder implements AutoCloseable {
    /** Counters in each slice of a day: few things happen to each value in a day. */
    private static final int PER_SLICE_OF_DAY = 4;

    private static final int PER_SLICE_OF_MONTH = 16;
    private static final int BATCH = 256 * 1024;

    private final Producer<String, byte[]> producer;
    private final int partitions;
    private final SampleRows sample = new SampleRows(Clock.systemUTC().instant());
    private long sent;

    RowSeeder(String bootstrapServers, int partitions) {
        this.partitions = partitions;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Rows of so many days up to a day, with their months and years; returns how many rows they are. */
    long seed(Group group, LocalDate last, int days) {
        for (String store : group.ids()) {
            var months = new TreeSet<YearMonth>();
            for (int back = 0; back < days; back++) {
                LocalDate day = last.minusDays(back);
                months.add(YearMonth.from(day));
                send(sample.row(store, day.toString(), PER_SLICE_OF_DAY, true));
            }
            months.forEach(month -> send(sample.row(store, month.toString(), PER_SLICE_OF_MONTH, true)));
            months.stream()
                    .map(YearMonth::getYear)
                    .distinct()
                    .forEach(year -> send(sample.row(store, year.toString(), PER_SLICE_OF_MONTH, false)));
            send(sample.row(store, RowKey.EVER, 1, true));
        }
        producer.flush();
        return sent;
    }

    private void send(RowSnapshot row) {
        String key = new RowKey(row.storeId(), row.period()).toString();
        int partition = Utils.toPositive(Utils.murmur2(row.storeId().getBytes(StandardCharsets.UTF_8))) % partitions;
        var _ = producer.send(
                new ProducerRecord<>(Topics.KPI_ROWS, partition, key, EventJson.MAPPER.writeValueAsBytes(row)));
        sent++;
    }

    @Override
    public void close() {
        producer.close();
    }
}
