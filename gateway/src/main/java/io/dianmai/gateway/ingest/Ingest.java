package io.dianmai.gateway.ingest;

import io.dianmai.kit.security.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes in events: checks all of them, gives the good ones to Kafka at once, waits for it, and says of each what became
 * of it. What one event is like has no bearing on the others.
 */
final class Ingest {
    private final EventCheck check;
    private final RecentEvents recent;
    private final FactLog facts;
    private final Duration patience;

    Ingest(EventCheck check, RecentEvents recent, FactLog facts, IngestSettings settings) {
        this.check = check;
        this.recent = recent;
        this.facts = facts;
        // The producer gives up by itself before: this is for a producer that does not keep its word.
        this.patience = settings.deliveryTimeout().plus(settings.maxBlock()).plusSeconds(2);
    }

    /**
     * Circumstances of a request.
     *
     * @param trace its trace, if it is traced
     * @param dryRun whether events are only checked
     */
    record Circumstances(Viewer sender, @Nullable String trace, boolean dryRun) {
        String client() {
            return Objects.requireNonNullElse(sender.clientId(), sender.subject());
        }
    }

    /** One verdict per event, in order. */
    List<Verdict> takeAll(List<JsonNode> batch, Circumstances circumstances) {
        return new Delivery(check, recent, keeping(circumstances), circumstances).deliver(batch, patience);
    }

    /** The verdict on an event that is a request of its own. */
    Verdict take(JsonNode event, Circumstances circumstances) {
        return new Delivery(check, recent, keeping(circumstances), circumstances).deliver(event, patience);
    }

    private Delivery.Keeping keeping(Circumstances circumstances) {
        return circumstances.dryRun() ? _ -> CompletableFuture.completedFuture(Optional.empty()) : facts::append;
    }
}
