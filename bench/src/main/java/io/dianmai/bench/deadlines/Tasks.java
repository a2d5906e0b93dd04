package io.dianmai.bench.deadlines;

import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.EventWriter;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

/** Follow-up tasks, one clock each, dealt to the stores in turn. */
final class Tasks {
    /** The first rung of the ladder of follow-ups comes so long before they are due. */
    private static final Duration FIRST_RUNG = Duration.ofMinutes(30);

    private static final URI SOURCE = URI.create("/bench");

    private final Clock clock = Clock.systemUTC();
    private final EventWriter writer;
    private final Group group;
    private long told;

    Tasks(EventWriter writer, Group group) {
        this.writer = writer;
        this.group = group;
    }

    /**
     * Sets clocks; returns when Kafka has the events.
     *
     * @param prefix of their ids
     * @param firstRungAt when the first rung of each comes, by its number
     */
    void set(String prefix, long count, LongFunction<Instant> firstRungAt) {
        for (long number = 0; number < count; number++) {
            set(prefix + number, firstRungAt.apply(number).plus(FIRST_RUNG));
        }
        writer.flush();
    }

    private void set(String task, Instant dueAt) {
        String store = Group.store((int) (told++ % group.stores()));
        var dimensions = new LeadDimensions(Channel.PHONE, null, "M5", store + "-C1", store + "-T1", null);
        Instant now = clock.instant();
        writer.send(new Envelope<>(
                AggregateIds.next(),
                SOURCE,
                "plan-" + task,
                now,
                store,
                1,
                now,
                null,
                new FollowUpScheduled(dimensions, task, TaskPurpose.CADENCE, dueAt)));
    }
}
