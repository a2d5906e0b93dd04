package io.dianmai.lead.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.kit.test.MemoryStore;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadBookTests {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final String STORE = "s1";
    private static final List<String> STORES = List.of(STORE, "s2", "s3");
    private static final List<Level> LEVELS = List.of(Level.values());

    private final MemoryStore store = new MemoryStore();

    @AfterEach
    void close() {
        store.close();
    }

    /** What is heard again, in other batches, on other instances and after crashes between the two writes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsEachEventOnceWhateverComesBetween(long seed) {
        var chance = new Random(seed);
        List<Envelope<LeadEvent>> events = history(chance);
        LoadBook book = instance(chance);
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + chance.nextInt(20));
            try {
                book.count(byStore(events.subList(next, end)));
                next = chance.nextInt(10) == 0 ? Math.max(0, end - chance.nextInt(40)) : end;
            } catch (Crash crash) {
                book = instance(chance);
                next = Math.max(0, next - chance.nextInt(30));
            }
            book = chance.nextInt(5) == 0 ? instance(chance) : book;
        }

        LoadBook last = book;
        byStore(events)
                .forEach((storeId, own) -> assertThat(open(last.find(storeId))).isEqualTo(recount(own)));
    }

    /** Each of many stores is counted by the same few operations. */
    @Test
    void asksAndWritesOnceForManyStores() {
        LoadBook book = instance();
        for (int round = 1; round <= 3; round++) {
            long sequence = round;
            var events = STORES.stream()
                    .map(storeId -> envelope(storeId, "l-" + storeId, sequence, given("a" + sequence, null), NOW))
                    .toList();
            store.operations().clear();
            book.count(byStore(events));
            assertThat(store.operations())
                    .containsExactly(
                            "find advisorLoads", "find leadStandings", "update advisorLoads", "update leadStandings");
        }
        for (String storeId : STORES) {
            assertThat(open(book.find(storeId))).isEqualTo(Map.of("a3", 1));
        }
    }

    @Test
    void countsNothingTwiceWhereACrashLeftTheLeadsBehind() {
        var event = envelope("l1", 1, given("a1", null));
        assertThatThrownBy(() -> new LoadBook(store.mongo(), crashing(), _ -> ZoneOffset.UTC, clock())
                        .count(byStore(List.of(event))))
                .isInstanceOf(Crash.class);
        LoadBook next = instance();
        next.count(byStore(List.of(event)));
        next.count(byStore(List.of(envelope("l2", 1, given("a1", null)))));
        next.count(byStore(List.of(event)));

        assertThat(next.find(STORE).of("a1").open()).isEqualTo(2);
    }

    @Test
    void promisesEachOfManyAtOnceATurnOfItsOwn() throws Exception {
        List<LoadBook> instances = List.of(instance(), instance());
        var begin = new CountDownLatch(1);
        var rule = new AssignmentPolicy(AssignmentRule.ROUND_ROBIN, List.of(), null, null, List.of());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int lead = 0; lead < 60; lead++) {
                String leadId = "l" + lead;
                Loads loads = instances.get(lead % 2).of(STORE);
                threads.execute(() -> {
                    awaitUninterruptibly(begin);
                    loads.take(
                            leadId,
                            standing -> Stream.of("a1", "a2", "a3")
                                    .filter(id -> Choice.hasRoom(id, rule, standing))
                                    .min(Comparator.comparingLong(standing::lastTurnOf))
                                    .map(id -> new Dealt(id, null)));
                });
            }
            begin.countDown();
        }

        Standing standing = instances.getFirst().find(STORE).at(NOW);
        assertThat(Stream.of("a1", "a2", "a3").map(standing::openOf)).containsOnly(20);
    }

    @Test
    void countsADayInTheZoneOfTheStore() {
        var book = new LoadBook(
                store.mongo(), new StandingArchive(store.mongo()), _ -> ZoneId.of("Asia/Shanghai"), clock());
        book.count(
                byStore(List.of(envelope(STORE, "l1", 1, given("a1", null), Instant.parse("2026-03-09T16:00:00Z")))));

        assertThat(book.find(STORE).of("a1").dealtOn(LocalDate.of(2026, 3, 10))).isEqualTo(1);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private LoadBook instance() {
        return new LoadBook(store.mongo(), new StandingArchive(store.mongo()), _ -> ZoneOffset.UTC, clock());
    }

    private LoadBook instance(Random chance) {
        var archive = new StandingArchive(store.mongo()) {
            @Override
            void settle(Collection<LeadStanding> standings) {
                if (!standings.isEmpty() && chance.nextInt(6) == 0) {
                    throw new Crash();
                }
                super.settle(standings);
            }
        };
        return new LoadBook(store.mongo(), archive, _ -> ZoneOffset.UTC, clock());
    }

    private StandingArchive crashing() {
        return new StandingArchive(store.mongo()) {
            @Override
            void settle(Collection<LeadStanding> standings) {
                throw new Crash();
            }
        };
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** Thirty leads that are dealt, graded, passed on, taken back, lost and reopened as it comes. */
    private static List<Envelope<LeadEvent>> history(Random chance) {
        var events = new ArrayList<Envelope<LeadEvent>>();
        var sequences = new HashMap<String, Long>();
        var owners = new HashMap<String, String>();
        for (int step = 0; step < 400; step++) {
            int number = chance.nextInt(30);
            String lead = "l" + number;
            String owner = owners.get(lead);
            LeadEvent event = switch (chance.nextInt(5)) {
                case 0, 1 -> given("a" + chance.nextInt(4), owner);
                case 2 ->
                    new LeadGraded(dimensions(owner), LEVELS.get(chance.nextInt(LEVELS.size())), null, false, null);
                case 3 -> new LeadRecalled(dimensions(null), owner, RecallReason.MANAGER);
                default ->
                    chance.nextBoolean()
                            ? new LeadLost(dimensions(owner), LossReason.PRICE, null)
                            : new LeadReopened(dimensions(owner), ReopenReason.REACTIVATED);
            };
            owners.put(lead, event.dimensions().advisorId());
            String storeId = STORES.get(number % STORES.size());
            events.add(envelope(storeId, lead, sequences.merge(lead, 1L, Long::sum), event, NOW));
        }
        return events;
    }

    /** By hand: the last event of each lead says who has it, the last end or reopening whether it is open. */
    private static Map<String, Integer> recount(List<Envelope<LeadEvent>> events) {
        var holders = new HashMap<String, Optional<String>>();
        var closed = new HashMap<String, Boolean>();
        for (Envelope<LeadEvent> event : events) {
            holders.put(
                    event.aggregateId(),
                    Optional.ofNullable(event.data().dimensions().advisorId()));
            if (event.data() instanceof LeadLost) {
                closed.put(event.aggregateId(), true);
            } else if (event.data() instanceof LeadReopened) {
                closed.put(event.aggregateId(), false);
            }
        }
        var open = new TreeMap<String, Integer>();
        holders.forEach((lead, holder) -> holder.filter(_ -> !closed.getOrDefault(lead, false))
                .ifPresent(advisor -> open.merge(advisor, 1, Integer::sum)));
        return open;
    }

    private static Map<String, Integer> open(StoreLoads loads) {
        var open = new TreeMap<String, Integer>();
        loads.advisors().stream()
                .filter(load -> load.open() != 0)
                .forEach(load -> open.put(load.advisorId(), load.open()));
        return open;
    }

    private static LeadAssigned given(String advisorId, @Nullable String before) {
        return new LeadAssigned(dimensions(advisorId), advisorId, before, AssignmentReason.RULE);
    }

    private static LeadDimensions dimensions(@Nullable String advisorId) {
        return new LeadDimensions(Channel.WEB, null, null, advisorId, null, NOW);
    }

    private static Map<String, List<Envelope<LeadEvent>>> byStore(List<Envelope<LeadEvent>> events) {
        return events.stream().collect(Collectors.groupingBy(Envelope::storeId));
    }

    private static Envelope<LeadEvent> envelope(String leadId, long sequence, LeadEvent event) {
        return envelope(STORE, leadId, sequence, event, NOW);
    }

    private static Envelope<LeadEvent> envelope(
            String storeId, String leadId, long sequence, LeadEvent event, Instant time) {
        return new Envelope<>(
                leadId + '-' + sequence,
                URI.create("/lead-service"),
                leadId,
                time,
                storeId,
                sequence,
                time,
                null,
                event);
    }
}
