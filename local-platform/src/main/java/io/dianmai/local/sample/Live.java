package io.dianmai.local.sample;

import static java.util.stream.Collectors.groupingBy;

import io.dianmai.local.SignIns;
import io.dianmai.local.process.LaunchFailure;
import io.dianmai.local.sample.group.Group;
import io.dianmai.local.sample.journey.History;
import io.dianmai.local.sample.journey.SampleFact;
import io.dianmai.local.sample.journey.Show;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells what happens as it happens, until it is stopped: how the customers of the history go on, and the show for those who
 * watch. It keeps on disk how far it is, so a pause of a few minutes leaves no gap.
 */
final class Live {
    private static final Persistence PERSISTENCE = new Persistence(Duration.ofDays(3650));
    private static final Duration TICK = Duration.ofMillis(500);
    /** After a longer one the show begins anew, instead of telling all that would have been on. */
    private static final Duration SHORT_PAUSE = Duration.ofMinutes(10);

    private static final int BATCH = 200;

    private final SampleSettings settings;
    private final GatewayClient gateway;
    private final Clock clock;
    private final PrintStream out;

    Live(SampleSettings settings, GatewayClient gateway, Clock clock, PrintStream out) {
        this.settings = settings;
        this.gateway = gateway;
        this.clock = clock;
        this.out = out;
    }

    void run() {
        Group group = Group.load();
        Instant end = new StateFile<>(settings.state(), FeedState.FILE, FeedState.class)
                .read()
                .filter(FeedState::done)
                .orElseThrow(
                        () -> new LaunchFailure("there is no history to go on from", "Feed the sample group first."))
                .end();
        SignIns signIns = SignIns.read(settings.signIns())
                .orElseThrow(() -> new LaunchFailure("there are no sign-ins", "Run ./dianmai up --fresh."));
        var stores = new StoreSystems(gateway, signIns);
        var file = new StateFile<>(settings.state(), LiveState.FILE, LiveState.class);
        List<SampleFact> sequel = History.until(end, group).future();
        var show = new Show(group, settings.factsPerSecond());
        LiveState state = file.read().orElse(new LiveState(clock.instant(), end));
        while (true) {
            Instant now = clock.instant();
            state = resumed(state, now);
            tell(between(state, now, sequel, show), stores);
            state = new LiveState(state.opening(), now);
            file.write(state);
            Persistence.pause(TICK);
        }
    }

    private static LiveState resumed(LiveState state, Instant now) {
        return state.told().isBefore(now.minus(SHORT_PAUSE)) ? new LiveState(now, state.told()) : state;
    }

    private static List<SampleFact> between(LiveState state, Instant now, List<SampleFact> sequel, Show show) {
        return Stream.concat(
                        sequel.stream()
                                .filter(fact -> fact.time().isAfter(state.told()))
                                .takeWhile(fact -> !fact.time().isAfter(now)),
                        show.between(state.opening(), state.told(), now).stream())
                .sorted(Comparator.comparing(SampleFact::time))
                .toList();
    }

    private void tell(List<SampleFact> facts, StoreSystems stores) {
        facts.stream().collect(groupingBy(SampleFact::storeId)).forEach((store, told) -> {
            for (int from = 0; from < told.size(); from += BATCH) {
                List<SampleFact> batch = told.subList(from, Math.min(from + BATCH, told.size()));
                PERSISTENCE
                        .insistOn(() -> stores.of(store).state(batch))
                        .forEach(refused -> out.println("refused: " + refused));
            }
        });
    }
}
