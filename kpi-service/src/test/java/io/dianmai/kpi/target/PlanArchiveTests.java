package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class PlanArchiveTests {
    private static final Planning PLANNING = new Planning("S1", "S2", "S3");
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final LocalDate END_OF_AUGUST = LocalDate.of(2026, 8, 31);

    private final PlanArchive archive = PLANNING.archive();

    @AfterAll
    static void close() {
        PLANNING.close();
    }

    private static PlanKey key(String store, String what, TargetOwner owner) {
        return new PlanKey(store, what, owner, 2026);
    }

    private @Nullable Recorded record(PlanKey key, PlanVersion version, @Nullable Integer expected) {
        return archive.record(List.of(new PlanChange(key, version, expected))).get(key);
    }

    @Test
    void keepsEveryVersionAsItWas() {
        PlanKey key = key("S1", "calls", new TargetOwner.Team("T1"));
        PlanVersion first = Sample.flat("2026-01-01", "10.25");
        PlanVersion second = Sample.flat("2026-06-15", "12");
        PlanVersion third = PlanVersion.withdrawal(LocalDate.of(2026, 9, 1), "hq", Sample.NOW);

        record(key, first, 0);
        record(key, second, 1);
        record(key, third, null);

        Plan plan = new Plan(key, List.of(first, second, third));
        assertThat(archive.find(List.of(key.id()))).containsOnlyKeys(key.id()).containsValue(plan);
        assertThat(archive.ofStore("S1", 2026)).contains(plan);
        assertThat(archive.ofStore("S1", 2027)).isEmpty();
        assertThat(archive.has(key)).isTrue();
        assertThat(archive.has(key("S2", "calls", TargetOwner.store()))).isFalse();
    }

    @Test
    void aPlanThatHasChangedMeanwhileStaysAsItIs() {
        PlanKey key = key("S1", "contacts", TargetOwner.store());
        record(key, Sample.flat("2026-01-01", "1"), null);

        assertThat(record(key, Sample.flat("2026-01-01", "2"), 0)).isEqualTo(new Recorded.Stale(1));
        assertThat(record(key, Sample.flat("2026-01-01", "2"), 2)).isEqualTo(new Recorded.Stale(1));
        assertThat(archive.find(List.of(key.id())).get(key.id()))
                .isEqualTo(new Plan(key, List.of(Sample.flat("2026-01-01", "1"))));
    }

    @Test
    void theSameAgainIsNoNewVersion() {
        PlanKey key = key("S1", "walkIns", TargetOwner.store());
        record(key, Sample.flat("2026-01-01", "10"), null);

        assertThat(record(key, Sample.flat("2026-01-01", "10.0"), null)).isInstanceOf(Recorded.Unchanged.class);
        assertThat(record(key, Sample.flat("2026-01-02", "10"), null)).isInstanceOf(Recorded.Saved.class);
    }

    @Test
    void aPlanHasAnEndOfVersions() {
        PlanKey key = key("S3", "walkIns", TargetOwner.store());
        List<PlanVersion> versions = IntStream.range(0, 500)
                .mapToObj(i -> Sample.flat("2026-01-01", String.valueOf(i)))
                .toList();

        assertThat(new PlanChange(key, Sample.flat("2026-01-01", "1"), null).on(new Plan(key, versions)))
                .isEqualTo(new Recorded.Full(500));
    }

    @Test
    void whoeverPlansAtTheSameMomentIsAddedTo() throws Exception {
        PlanKey key = key("S1", "orders", TargetOwner.store());
        List<Future<Recorded>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                PlanVersion version = Sample.flat("2026-01-01", String.valueOf(i));
                futures.add(threads.submit(() -> insist(key, version)));
            }
        }

        for (Future<Recorded> future : futures) {
            assertThat(future.get()).isInstanceOf(Recorded.Saved.class);
        }
        Plan plan = archive.find(List.of(key.id())).get(key.id());
        assertThat(plan).isNotNull().extracting(Plan::revision).isEqualTo(40);
    }

    private @Nullable Recorded insist(PlanKey key, PlanVersion version) {
        while (true) {
            try {
                return record(key, version, null);
            } catch (OptimisticLockingFailureException beaten) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void plansOfManyStoresAreReadAtOnceAndThoseOfPeopleWhenAskedFor() {
        record(key("S2", "vehiclesDelivered", TargetOwner.store()), Sample.flat("2026-01-01", "30"), null);
        record(key("S3", "vehiclesDelivered", TargetOwner.store()), Sample.flat("2026-01-01", "40"), null);
        record(key("S3", "vehiclesDelivered", new TargetOwner.Advisor("a")), Sample.flat("2026-01-01", "7"), null);

        TargetPlans.Loaded plans = PLANNING.plans()
                .load(List.of("S2", "S3", "S9"), List.of("vehiclesDelivered", "luck"), AUGUST, END_OF_AUGUST);

        assertThat(plans.of("S2", "vehiclesDelivered", null, AUGUST, END_OF_AUGUST))
                .isEqualByComparingTo("30");
        assertThat(plans.of("S3", "vehiclesDelivered", null, AUGUST, END_OF_AUGUST))
                .isEqualByComparingTo("40");
        Slice advisor = new Slice(Dimension.ADVISOR, "a");
        assertThat(plans.of("S2", "vehiclesDelivered", advisor, AUGUST, END_OF_AUGUST))
                .isEqualByComparingTo("30");
        assertThat(plans.of("S3", "vehiclesDelivered", advisor, AUGUST, END_OF_AUGUST))
                .isEqualByComparingTo("7");
        assertThat(plans.of("S9", "vehiclesDelivered", null, AUGUST, END_OF_AUGUST))
                .isNull();
        assertThat(plans.of("S2", "luck", null, AUGUST, END_OF_AUGUST)).isNull();
    }
}
