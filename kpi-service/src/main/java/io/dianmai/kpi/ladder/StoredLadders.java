package io.dianmai.kpi.ladder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ladders as the document store has them, over those that ship. They are read when it is made, and again when the
 * store says that there is news; every now and then also without, for an instance that died between a change and the
 * word of it. While the store is away, the last known ones hold.
 */
final class StoredLadders implements LadderBook {
    private static final Logger LOG = LoggerFactory.getLogger(StoredLadders.class);

    private final LadderArchive archive;
    private final LadderFile shipped;
    private final LadderMetrics metrics;
    private final Duration fullRefresh;
    private final Clock clock;
    private volatile Heard heard;
    private boolean isAway;

    /** What was read; the documents as they were, to see whether they have changed. */
    private record Heard(long news, Instant readAt, List<Document> documents, Ladders ladders) {}

    StoredLadders(LadderArchive archive, LadderFile shipped, LadderMetrics metrics, Duration fullRefresh, Clock clock) {
        this.archive = archive;
        this.shipped = shipped;
        this.metrics = metrics;
        this.fullRefresh = fullRefresh;
        this.clock = clock;
        // Fails where the store is away: to fire by ladders that do not hold is worse than to start later.
        heard = read(new Heard(-1, Instant.MIN, List.of(), Ladders.of(-1, shipped.ladders())));
    }

    @Override
    public Ladders current() {
        return heard.ladders();
    }

    /** Looks whether there is a change; never fails. */
    synchronized void refresh() {
        try {
            heard = next(heard);
            metrics.heard();
            if (isAway) {
                LOG.info(
                        "The ladders can be read again; version {} holds",
                        heard.ladders().version());
            }
            isAway = false;
        } catch (RuntimeException away) {
            metrics.failed();
            if (!isAway) {
                LOG.warn(
                        "The ladders cannot be read; version {} holds on: {}",
                        heard.ladders().version(),
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
        return new Heard(news, now, documents, isSame ? last.ladders() : ladders(documents));
    }

    private Ladders ladders(List<Document> documents) {
        List<LadderHistory> said = new ArrayList<>();
        documents.forEach(document -> history(document).ifPresent(said::add));
        // Each change of any of them makes one more, and none is ever deleted.
        long version = shipped.version(
                documents.stream().mapToLong(LadderDocument::revision).sum());
        metrics.read(version, documents.size() - said.size());
        LOG.info("Ladders of version {} hold", version);
        return Ladders.of(version, shipped.ladders(), said);
    }

    private static Optional<LadderHistory> history(Document document) {
        try {
            return Optional.of(LadderDocument.history(document));
        } catch (RuntimeException unreadable) {
            LOG.error(
                    "The ladders {} cannot be read and are left out: {}",
                    document.get(LadderDocument.ID),
                    unreadable.toString());
            return Optional.empty();
        }
    }
}
