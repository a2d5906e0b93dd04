package io.dianmai.bench.freshness;

import io.dianmai.bench.platform.Api;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.contracts.fact.ComplaintReceived;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.VisitKind;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts through the door, in batches of what fell due within some milliseconds: the whole chain. */
final class FactSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(FactSender.class);
    private static final int ACCEPTED = 202;
    private static final int ROUNDS_TOGETHER = 8;
    /** A job's later facts are told so many things after the one before: about a second. */
    private static final int KINDS = 8;

    private static final Settlement SETTLEMENT = new Settlement(30_000, 40_000, 5_000, 1_000, 300, 41_000);

    private final Clock clock = Clock.systemUTC();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong refused = new AtomicLong();
    private final Api api;
    private final List<String> stores;
    /** How many rounds of kinds lie between the facts of one job. */
    private final int distance;

    private List<Map<String, Object>> batch = new ArrayList<>();
    private int rounds;

    FactSender(Api api, List<String> stores, int rate) {
        this.api = api;
        this.stores = stores;
        this.distance = Math.max(1, rate / KINDS);
    }

    @Override
    public void something(long number) {
        long round = number / KINDS;
        switch ((int) (number % KINDS)) {
            case 0 ->
                tell(round, new LeadReceived(ref("lead", round), Channel.WEB, null, "王", null, "M1", null, null, null));
            case 1 ->
                tell(round, new VisitReceived(ref("visit", round), VisitKind.WALK_IN, 2, false, null, null, "M5"));
            case 2 -> tell(round, new VehicleReceived(ref("job", round), JobKind.PAINT, null, null, null, "M3", null));
            case 3 -> later(round, 1, new WorkFinished(ref("job", round - distance), null, 90, 75));
            case 4 -> later(round, 2, new JobSettled(ref("job", round - 2L * distance), SETTLEMENT, true));
            case 5 -> later(round, 3, new VehicleReturned(ref("job", round - 3L * distance)));
            case 6 -> tell(round, new VisitReceived(ref("party", round), VisitKind.WALK_IN, 1, true, null, null, "X1"));
            default -> tell(round, new ComplaintReceived(ref("complaint", round), ComplaintCategory.PRICE, null, null));
        }
    }

    @Override
    public void call(String store) {
        add(store, new VisitReceived(UUID.randomUUID().toString(), VisitKind.CALL, 1, false, null, null, null));
    }

    /** A fact of the job that began so many distances ago; at first there is none. */
    private void later(long round, int steps, StoreFact fact) {
        long begun = round - (long) steps * distance;
        if (begun >= 0) {
            tell(begun, fact);
        } else {
            tell(round, new VisitReceived(ref("early" + steps, round), VisitKind.WALK_IN, 1, false, null, null, null));
        }
    }

    private void tell(long round, StoreFact fact) {
        add(stores.get((int) (round % stores.size())), fact);
    }

    private void add(String store, StoreFact fact) {
        batch.add(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "/bench/dms",
                "type",
                EventTypes.nameOf(fact.getClass()),
                "time",
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                "storeid",
                store,
                "data",
                fact));
    }

    private String ref(String what, long round) {
        return run + '-' + what + '-' + round;
    }

    @Override
    public void roundEnded() {
        if (++rounds % ROUNDS_TOGETHER == 0 && !batch.isEmpty()) {
            List<Map<String, Object>> due = batch;
            batch = new ArrayList<>();
            lanes.execute(() -> push(due));
        }
    }

    private void push(List<Map<String, Object>> facts) {
        if (!accepted(EventJson.MAPPER.writeValueAsString(facts))) {
            refused.addAndGet(facts.size());
        }
    }

    private boolean accepted(String facts) {
        try {
            return api.push(facts).status() == ACCEPTED;
        } catch (UncheckedIOException unanswered) {
            LOG.debug("a batch was not answered", unanswered);
            return false;
        }
    }

    @Override
    public long refused() {
        return refused.get();
    }

    @Override
    public void close() {
        push(batch);
        lanes.close();
    }
}
