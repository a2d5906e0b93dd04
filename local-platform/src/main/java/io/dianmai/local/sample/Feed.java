package io.dianmai.local.sample;

import static java.util.stream.Collectors.groupingBy;

import io.dianmai.local.SignIns;
import io.dianmai.local.process.LaunchFailure;
import io.dianmai.local.sample.group.Group;
import io.dianmai.local.sample.journey.History;
import io.dianmai.local.sample.journey.SampleFact;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Registers the group and tells its history: slice by slice in order of time, within a slice all stores at once. It goes on
 * where an earlier run was interrupted; what that had told already is told again without harm.
 */
final class Feed {
    private static final Persistence PERSISTENCE = new Persistence(Duration.ofMinutes(2));
    private static final int SLICE = 1_200;
    private static final int BATCH = 200;
    /** Stores that speak at the same time: as many as keep two cores busy. */
    private static final int AT_ONCE = 4;

    private final SampleSettings settings;
    private final GatewayClient gateway;
    private final Clock clock;
    private final PrintStream out;

    Feed(SampleSettings settings, GatewayClient gateway, Clock clock, PrintStream out) {
        this.settings = settings;
        this.gateway = gateway;
        this.clock = clock;
        this.out = out;
    }

    void run() {
        Group group = Group.load();
        var file = new StateFile<>(settings.state(), FeedState.FILE, FeedState.class);
        FeedState state = file.read()
                .filter(known -> known.edition().equals(group.edition()))
                .orElseGet(() ->
                        new FeedState(group.edition(), clock.instant().truncatedTo(ChronoUnit.SECONDS), 0, false));
        if (state.done()) {
            out.println("the history was told before");
            return;
        }
        SignIns signIns = PERSISTENCE.insistOn(() -> new Registration(gateway, settings.signIns()).register(group));
        out.printf(
                "%d stores, %d people with an account%n",
                group.stores().size(), signIns.allPeople().size());
        file.write(state);
        List<SampleFact> history = History.until(state.end(), group).past();
        FeedState told = tell(history, state, new StoreSystems(gateway, signIns), file);
        new Digestion(gateway, signIns, out).await(history);
        file.write(told.finished());
    }

    private FeedState tell(List<SampleFact> history, FeedState begun, StoreSystems stores, StateFile<FeedState> file) {
        FeedState state = begun;
        var progress = new FeedProgress(history.size(), state.told(), out);
        while (state.told() < history.size()) {
            int next = Math.min(SLICE, history.size() - state.told());
            tell(history.subList(state.told(), state.told() + next), stores);
            state = state.and(next);
            file.write(state);
            progress.told(state.told());
        }
        return state;
    }

    private static void tell(List<SampleFact> slice, StoreSystems stores) {
        Map<String, List<SampleFact>> byStore = slice.stream().collect(groupingBy(SampleFact::storeId));
        try (ExecutorService speaking = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> told = new ArrayList<>();
            byStore.forEach((store, facts) -> told.add(speaking.submit(() -> tell(stores.of(store), facts))));
            for (Future<?> store : told) {
                store.get();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", "Run ./dianmai up again.");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof LaunchFailure known
                    ? known
                    : new IllegalStateException(failed.getCause());
        }
    }

    private static void tell(StoreSystem store, List<SampleFact> facts) {
        for (int from = 0; from < facts.size(); from += BATCH) {
            List<SampleFact> batch = facts.subList(from, Math.min(from + BATCH, facts.size()));
            List<String> refused = PERSISTENCE.insistOn(() -> store.state(batch));
            if (!refused.isEmpty()) {
                throw new LaunchFailure(
                        "the gateway refused " + refused.size() + " facts of the sample group",
                        "The first of them: " + refused.getFirst());
            }
        }
    }
}
