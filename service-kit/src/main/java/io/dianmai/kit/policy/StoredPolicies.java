package io.dianmai.kit.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies as the document store has them, over those that ship. They are read when it is made, and again when the
 * store says that there is news; every now and then also without, for an instance that died between a change and the
 * word of it. While the store is away, the last known ones hold.
 */
final class StoredPolicies implements Policies {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPolicies.class);

    private final PolicyArchive archive;
    private final PolicyKinds kinds;
    private final Function<String, Place> places;
    private final PolicyMetrics metrics;
    private final Duration fullRefresh;
    private final Clock clock;
    private volatile Heard heard;
    private boolean isAway;

    /** What was read; the documents as they were, to see whether they have changed. */
    private record Heard(long news, Instant readAt, List<Document> documents, PolicyBook book) {}

    StoredPolicies(
            PolicyArchive archive,
            PolicyKinds kinds,
            Function<String, Place> places,
            PolicyMetrics metrics,
            Duration fullRefresh,
            Clock clock) {
        this.archive = archive;
        this.kinds = kinds;
        this.places = places;
        this.metrics = metrics;
        this.fullRefresh = fullRefresh;
        this.clock = clock;
        // Fails where the store is away: to decide by rules that do not hold is worse than to start later.
        heard = read(new Heard(-1, Instant.MIN, List.of(), PolicyBook.of(0, List.of(), places)));
    }

    /** Costs no more than a read of a field. */
    PolicyBook current() {
        return heard.book();
    }

    @Override
    public <T> T of(PolicyKind<T> kind, String storeId, Instant at) {
        return current().of(kind, storeId, at);
    }

    /** Looks whether there is a change; never fails. */
    synchronized void refresh() {
        try {
            heard = next(heard);
            metrics.heard();
            if (isAway) {
                LOG.info(
                        "The policies can be read again; version {} holds",
                        current().version());
            }
            isAway = false;
        } catch (RuntimeException away) {
            metrics.failed();
            if (!isAway) {
                LOG.warn(
                        "The policies cannot be read; version {} holds on: {}",
                        current().version(),
                        away.toString());
            }
            isAway = true;
        }
    }

    private Heard next(Heard last) {
        Duration age = Duration.between(last.readAt(), clock.instant());
        boolean isFresh = !age.isNegative() && age.compareTo(fullRefresh) < 0;
        return isFresh && archive.news() == last.news() ? last : read(last);
    }

    private Heard read(Heard last) {
        Instant now = clock.instant();
        // Before the documents: what is changed in between is news again.
        long news = archive.news();
        List<Document> documents = archive.all();
        boolean isSame = documents.equals(last.documents()) && last.news() >= 0;
        return new Heard(news, now, documents, isSame ? last.book() : book(documents));
    }

    private PolicyBook book(List<Document> documents) {
        List<PolicyHistory> said = new ArrayList<>();
        documents.forEach(document -> history(document).ifPresent(said::add));
        // Each change of any of them makes one more, and none is ever deleted.
        long version = documents.stream().mapToLong(PolicyDocument::revision).sum();
        metrics.read(version, documents.size() - said.size());
        LOG.info("Policies of version {} hold", version);
        return PolicyBook.of(version, said, places);
    }

    private Optional<PolicyHistory> history(Document document) {
        try {
            return Optional.of(PolicyDocument.history(document, kinds));
        } catch (RuntimeException unreadable) {
            LOG.error(
                    "The policies {} cannot be read and are left out: {}",
                    document.get(PolicyDocument.ID),
                    unreadable.toString());
            return Optional.empty();
        }
    }
}
