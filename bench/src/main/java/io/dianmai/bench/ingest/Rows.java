package io.dianmai.bench.ingest;

import io.dianmai.bench.history.Group;
import io.dianmai.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Rows of today as kpi-service publishes them, numbered. */
final class Rows implements AutoCloseable {
    private static final String NUMBER = "\"orders\":";

    private final String key = Group.store(0) + '|' + LocalDate.now(Clock.system(ZoneId.of(Group.ZONE)));
    private final Producer<String, byte[]> producer;
    private long number;

    Rows(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns the number of the row, when Kafka has it. */
    long publish() throws ExecutionException, InterruptedException {
        String row = "{\"totals\":{" + NUMBER + ++number + "}}";
        producer.send(new ProducerRecord<>(Topics.KPI_ROWS, key, row.getBytes(StandardCharsets.UTF_8)))
                .get();
        return number;
    }

    /** The number of the row in a line of a stream. */
    static long numberIn(String line) {
        int begin = line.indexOf(NUMBER) + NUMBER.length();
        int end = begin;
        while (Character.isDigit(line.charAt(end))) {
            end++;
        }
        return Long.parseLong(line.substring(begin, end));
    }

    @Override
    public void close() {
        producer.close();
    }
}
