package io.dianmai.gateway.stream;

import io.dianmai.kit.security.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands live events to the open streams, and keeps what a new or returning one needs: the rows of today, and the last
 * events. Publishing and subscribing exclude each other, so that a stream misses nothing and sees nothing twice.
 */
final class LiveHub {
    private final ReentrantLock lock = new ReentrantLock();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, LiveEvent.Row> rows = new HashMap<>();
    private final Deque<Frame> recent = new ArrayDeque<>();
    private final Set<Subscription> subscriptions = new HashSet<>();
    private final Function<String, ZoneId> zoneOf;
    private final Clock clock;
    private final StreamSettings settings;
    private long position;
    private boolean open = true;

    LiveHub(Function<String, ZoneId> zoneOf, Clock clock, StreamSettings settings) {
        this.zoneOf = zoneOf;
        this.clock = clock;
        this.settings = settings;
    }

    /** Rows of today that a viewer may see. */
    record Snapshot(List<LiveEvent.Row> rows) {}

    void publish(LiveEvent event) {
        locked(() -> {
            Frame frame = new Frame(run, ++position, event);
            remember(frame);
            subscriptions.removeIf(subscription -> !subscription.offer(frame));
            return frame;
        });
    }

    /**
     * Opens a stream that begins with what was missed since {@code lastEventId}, or, where that is not known any more,
     * with a snapshot.
     *
     * @return empty when there are too many streams
     */
    Optional<Subscription> subscribe(Viewer viewer, @Nullable String lastEventId) {
        return locked(() -> {
            if (!open || subscriptions.size() >= settings.mostStreams()) {
                return Optional.empty();
            }
            var subscription = new Subscription(viewer, settings.replayed() + settings.backlog());
            long last = positionOf(lastEventId);
            if (isReplayable(last)) {
                recent.stream().filter(frame -> frame.position() > last).forEach(subscription::offer);
            } else {
                subscription.offer(Frame.encode(Frame.id(run, position), "snapshot", snapshot(viewer)));
            }
            subscriptions.add(subscription);
            return Optional.of(subscription);
        });
    }

    void unsubscribe(Subscription subscription) {
        locked(() -> subscriptions.remove(subscription));
    }

    int streams() {
        return locked(subscriptions::size);
    }

    /** Ends all streams and takes no more: browsers come back to another instance, or to this one after a restart. */
    void close() {
        locked(() -> {
            open = false;
            subscriptions.forEach(Subscription::end);
            subscriptions.clear();
            return open;
        });
    }

    private void remember(Frame frame) {
        recent.addLast(frame);
        if (recent.size() > settings.replayed()) {
            recent.removeFirst();
        }
        if (frame.event() instanceof LiveEvent.Row row && isToday(row)) {
            rows.put(row.storeId(), row);
        }
    }

    private Snapshot snapshot(Viewer viewer) {
        var visible = new ArrayList<LiveEvent.Row>();
        for (LiveEvent.Row row : rows.values()) {
            if (row.concerns(viewer) && isToday(row)) {
                visible.add(row);
            }
        }
        return new Snapshot(visible);
    }

    private boolean isToday(LiveEvent.Row row) {
        Instant now = clock.instant();
        return row.period().equals(LocalDate.ofInstant(now, zoneOf.apply(row.storeId())));
    }

    private boolean isReplayable(long last) {
        return last >= 0 && last <= position && position - last <= recent.size();
    }

    /** Position of an event of this run; -1 for anything else. */
    private long positionOf(@Nullable String eventId) {
        if (eventId == null || !eventId.matches(run + "-\\d{1,18}")) {
            return -1;
        }
        return Long.parseLong(eventId.substring(run.length() + 1));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
