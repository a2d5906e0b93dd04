package io.dianmai.kit.messaging;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.Topics;
import io.dianmai.kit.aggregate.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts facts that the service refuses for a business reason where their store can find them. The record is the fact as
 * it was, with the problem in its headers.
 */
public final class RejectedFacts {
    /** The problem as JSON: {@code type}, {@code title}, {@code detail}. */
    public static final String PROBLEM = "dianmai-problem";
    /** Name of the service that refused. */
    public static final String REJECTED_BY = "dianmai-rejected-by";
    /** ISO instant. */
    public static final String REJECTED_AT = "dianmai-rejected-at";

    private static final Logger log = LoggerFactory.getLogger(RejectedFacts.class);

    private final Producer<String, byte[]> producer;
    private final String service;
    private final Clock clock;
    private final Counter rejected;

    RejectedFacts(Producer<String, byte[]> producer, String service, Clock clock, MeterRegistry meters) {
        this.producer = producer;
        this.service = service;
        this.clock = clock;
        this.rejected = Counter.builder("dianmai.facts.rejected")
                .description("Facts refused for a business reason")
                .register(meters);
    }

    /** Returns when Kafka has the rejection. A refusal that says "not now" is thrown instead, so that it is retried. */
    public void reject(Envelope<?> fact, Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            throw new NotNow(refusal.detail());
        }
        log.info("refused {} of store {}: {}", fact.type(), fact.storeId(), refusal.code());
        var record = EventCodec.toRecord(
                fact, Topics.STORE_EVENTS_REJECTED, EventJson.MAPPER.writeValueAsBytes(fact.data()));
        record.headers()
                .add(PROBLEM, EventJson.MAPPER.writeValueAsBytes(problem(refusal)))
                .add(REJECTED_BY, service.getBytes(StandardCharsets.UTF_8))
                .add(REJECTED_AT, clock.instant().toString().getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get(60, TimeUnit.SECONDS);
            rejected.increment();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NotNow("interrupted");
        } catch (ExecutionException | TimeoutException failed) {
            throw new NotNow("Kafka did not take a rejection: " + failed);
        }
    }

    private static Map<String, Object> problem(Refusal refusal) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "https://dianmai.io/problems/" + refusal.code());
        problem.put("title", refusal.title());
        problem.put("detail", refusal.detail());
        return problem;
    }
}
