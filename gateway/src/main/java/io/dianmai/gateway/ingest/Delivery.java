package io.dianmai.gateway.ingest;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.gateway.ingest.Ingest.Circumstances;
import io.dianmai.gateway.ingest.RecentEvents.Fingerprint;
import io.dianmai.kit.problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The events of one request on their way into the log. Used once, by one thread. */
final class Delivery {
    private final EventCheck check;
    private final RecentEvents recent;
    private final Keeping keeping;
    private final Circumstances circumstances;
    private final Map<Fingerprint, First> seen = new HashMap<>();
    private boolean logAway;

    /** Where a good event is kept; completes with the reason if it could not be. */
    @FunctionalInterface
    interface Keeping {
        CompletableFuture<Optional<Rejection>> keep(Envelope<StoreFact> fact);
    }

    /** What came under a key for the first time in this request. */
    private record First(Fingerprint content, CompletableFuture<Verdict> verdict) {}

    Delivery(EventCheck check, RecentEvents recent, Keeping keeping, Circumstances circumstances) {
        this.check = check;
        this.recent = recent;
        this.keeping = keeping;
        this.circumstances = circumstances;
    }

    Verdict deliver(JsonNode event, Duration patience) {
        return settled(start(event, ""), EventAttributes.idOf(event), patience);
    }

    List<Verdict> deliver(List<JsonNode> batch, Duration patience) {
        var started = new ArrayList<CompletableFuture<Verdict>>(batch.size());
        for (JsonNode event : batch) {
            started.add(start(event, "/" + started.size()));
        }
        long end = System.nanoTime() + patience.toNanos();
        var verdicts = new ArrayList<Verdict>(batch.size());
        for (CompletableFuture<Verdict> verdict : started) {
            String id = EventAttributes.idOf(batch.get(verdicts.size()));
            verdicts.add(settled(verdict, id, Duration.ofNanos(end - System.nanoTime())));
        }
        return verdicts;
    }

    private CompletableFuture<Verdict> start(JsonNode event, String at) {
        return switch (check.check(event, at, circumstances.sender(), circumstances.trace())) {
            case CheckedEvent.Bad(var id, var rejection) -> refused(id, rejection);
            case CheckedEvent.Good good -> start(good, at);
        };
    }

    private CompletableFuture<Verdict> start(CheckedEvent.Good event, String at) {
        Fingerprint key = RecentEvents.key(circumstances.client(), event.attributes());
        First first = seen.get(key);
        Fingerprint known = first == null ? recent.contentOf(key) : first.content();
        if (known != null && !known.equals(event.content())) {
            return refused(event.attributes().id(), reused(at));
        }
        if (first != null) {
            return first.verdict().thenApply(Delivery::again);
        }
        CompletableFuture<Verdict> verdict = known == null
                ? keep(event, key)
                : CompletableFuture.completedFuture(
                        new Verdict.Accepted(event.attributes().id(), true));
        seen.put(key, new First(event.content(), verdict));
        return verdict;
    }

    private CompletableFuture<Verdict> keep(CheckedEvent.Good event, Fingerprint key) {
        String id = event.attributes().id();
        if (logAway) {
            // Every further try would block as long as the first.
            return refused(id, FactLog.unavailable());
        }
        var kept = keeping.keep(event.fact());
        logAway = kept.isDone()
                && kept.join().filter(failure -> failure.problem().passing()).isPresent();
        return kept.thenApply(failure -> {
            if (failure.isPresent()) {
                return new Verdict.Refused(id, failure.get());
            }
            if (!circumstances.dryRun()) {
                recent.accepted(key, event.content());
            }
            return new Verdict.Accepted(id, false);
        });
    }

    private static Verdict settled(CompletableFuture<Verdict> verdict, @Nullable String id, Duration patience) {
        try {
            return verdict.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Verdict.Refused(id, FactLog.unavailable());
        } catch (TimeoutException unsettled) {
            return new Verdict.Refused(id, FactLog.unavailable());
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a delivery failed", bug);
        }
    }

    private static Verdict again(Verdict first) {
        return switch (first) {
            case Verdict.Accepted(String id, boolean _) -> new Verdict.Accepted(id, true);
            case Verdict.Refused refused -> refused;
        };
    }

    private static CompletableFuture<Verdict> refused(@Nullable String id, Rejection rejection) {
        return CompletableFuture.completedFuture(new Verdict.Refused(id, rejection));
    }

    private static Rejection reused(String at) {
        return Rejection.of(
                IngestProblem.EVENT_ID_REUSED,
                "An event with this source and id had another content. Give each event an id of its own.",
                new Violation(at + "/id", "was used before"));
    }
}
