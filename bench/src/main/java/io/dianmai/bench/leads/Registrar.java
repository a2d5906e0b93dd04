package io.dianmai.bench.leads;

import io.dianmai.bench.platform.Api;
import io.dianmai.bench.report.Latencies;
import io.dianmai.bench.report.Sightings;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.Channel;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers leads over some connections, each of which asks again when it was answered and the next lead is due. */
final class Registrar {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final int CREATED = 201;
    private static final List<Channel> CHANNELS =
            List.of(Channel.WEB, Channel.WEB, Channel.PHONE, Channel.WALK_IN, Channel.WALK_IN);
    private static final int MODELS = 8;
    private static final long PHONES = 100_000_000;

    private final Api api;
    private final List<String> stores;
    private final Pace pace;
    private final Sightings counted;
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Latencies answered = new Latencies();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong phones = new AtomicLong(ThreadLocalRandom.current().nextLong(PHONES));

    Registrar(Api api, List<String> stores, Pace pace, Sightings counted) {
        this.api = api;
        this.stores = stores;
        this.pace = pace;
        this.counted = counted;
    }

    /** Returns when all are answered. */
    void run(int connections, long begin, Duration span) throws InterruptedException {
        List<Thread> threads = IntStream.range(0, connections)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> register(begin, begin + span.toNanos())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void register(long begin, long end) {
        try {
            for (long next = pace.awaitNext(begin); next < end; next = pace.awaitNext(begin)) {
                one(next);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** It counts as meant before it is sent: its number may be there before its answer. */
    private void one(long dueAt) {
        String lead = lead();
        counted.meantAt(CountWatch.GROUP, dueAt);
        try {
            Api.Answer answer = api.register(lead, UUID.randomUUID().toString());
            if (answer.status() == CREATED) {
                answered.add(System.nanoTime() - dueAt);
                due.put(answer.json().path("id").asString(), dueAt);
                return;
            }
            LOG.warn("a lead was answered with {}: {}", answer.status(), answer.body());
        } catch (UncheckedIOException unanswered) {
            LOG.warn("a lead was not answered", unanswered);
        }
        refused.incrementAndGet();
    }

    private String lead() {
        long number = phones.getAndIncrement() % PHONES;
        int any = (int) (number % Integer.MAX_VALUE);
        return EventJson.MAPPER.writeValueAsString(Map.of(
                "storeId", stores.get(any % stores.size()),
                "channel", CHANNELS.get(any % CHANNELS.size()),
                "customerName", "王小明",
                "phone", "139%08d".formatted(number),
                "model", "M" + any % MODELS,
                "criteria", List.of("WISHES_TO_BUY")));
    }

    /** When each of those that were registered was due, by the id of the lead. */
    Map<String, Long> due() {
        return due;
    }

    Latencies answered() {
        return answered;
    }

    long refused() {
        return refused.get();
    }
}
