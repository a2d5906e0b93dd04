package io.dianmai.followup.day;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.dianmai.contracts.EventJson;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.ManyPlans;
import io.dianmai.followup.plan.OpenPlans;
import io.dianmai.followup.policy.ShippedRules;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How long the day of an advisor takes: 300 open tasks, in a group with 100,000 leads, on the embedded store, whose queries
 * scan unless they name ids. Run by hand; it prints percentiles.
 */
final class MyDayBench {
    private static final int ADVISORS = 334;
    private static final int TASKS = 300;
    private static final int CONTACTS = 12;
    private static final int WARM_UP = 200;
    private static final int CALLS = 1_000;

    private MyDayBench() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        var server = new MongoServer(new MemoryBackend());
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            var mongo = new MongoTemplate(client, "bench");
            Instant now = Instant.now();
            var plans = new ManyPlans(mongo, Clock.systemUTC());
            for (int advisor = 0; advisor < ADVISORS; advisor++) {
                plans.put("store-" + advisor / 10, "advisor-" + advisor, TASKS, CONTACTS, now);
            }
            report(plans.open(), new Day(stores(mongo), ShippedRules.rules()), now);
        } finally {
            server.shutdownNow();
        }
    }

    /** One that has heard of no store: all are in the zone that is taken then. */
    private static StoreReplica stores(MongoTemplate mongo) throws ReflectiveOperationException {
        var constructor = StoreReplica.class.getDeclaredConstructor(MongoTemplate.class, Clock.class);
        constructor.setAccessible(true);
        return constructor.newInstance(mongo, Clock.systemUTC());
    }

    private static void report(OpenPlans plans, Day day, Instant now) {
        long[] nanos = new long[CALLS];
        for (int call = -WARM_UP; call < CALLS; call++) {
            String advisor = "advisor-" + Math.floorMod(call * 7, ADVISORS);
            long start = System.nanoTime();
            int size = size(plans, day, advisor, now);
            if (size == 0) {
                throw new IllegalStateException("nothing was found");
            }
            if (call >= 0) {
                nanos[call] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "my day of %d tasks among %d leads: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                TASKS,
                ADVISORS * TASKS,
                millis(nanos[CALLS / 2]),
                millis(nanos[CALLS * 99 / 100]),
                millis(nanos[CALLS - 1]));
    }

    /** Reads, sorts, counts and writes it, as the answer does. */
    private static int size(OpenPlans plans, Day day, String advisor, Instant now) {
        List<Stored<FollowUpPlan>> mine =
                plans.of(List.of(advisor)).stream().sorted(Day.FIRST_DUE).toList();
        DayCounts counts = DayCounts.of(mine, Tally.NONE, day, now);
        return counts.open() == TASKS ? EventJson.MAPPER.writeValueAsBytes(day.tasks(mine, now)).length : 0;
    }

    private static double millis(long nanos) {
        return nanos / (double) Duration.ofMillis(1).toNanos();
    }
}
