package io.dianmai.kit.web;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.observe.TraceContext;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Makes commands of requests: the one place of a service's API that asks what time it is. */
public class GivenCommands {
    /** Header of requests that may be sent again. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Header of changes that are right only for what the caller has read: its ETag. */
    public static final String IF_MATCH = HttpHeaders.IF_MATCH;

    /** The same as at the door for store systems: for clocks that run ahead. */
    private static final Duration LONGEST_AHEAD = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Clock clock;
    private final TraceContext traces;

    GivenCommands(Clock clock, TraceContext traces) {
        this.clock = clock;
        this.traces = traces;
    }

    /** The present moment, for what a request needs besides its command. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * The id of an aggregate that a request creates.
     *
     * @param kind of the aggregate, as in {@link AggregateIds#of}
     * @param reference the store system's own id, where it has one: facts then speak of the same aggregate
     * @param key the request's {@link #IDEMPOTENCY_KEY}, which makes a retry find what the first try made
     */
    public static String newId(String storeId, String kind, @Nullable String reference, @Nullable String key) {
        if (reference != null) {
            return AggregateIds.of(storeId, kind, reference);
        }
        return key == null ? AggregateIds.next() : AggregateIds.of(storeId, kind + "-request", key);
    }

    /**
     * The command that a request gives.
     *
     * @param time when it happened, if the request says so; else now
     * @param key the request's {@link #IDEMPOTENCY_KEY}: with it the same content is one command, however often sent
     * @param content what is asked for; its text tells contents apart; only a digest of it is kept
     */
    public Command given(String storeId, @Nullable Instant time, @Nullable String key, Object content) {
        return given(storeId, time, key, null, content);
    }

    /**
     * As {@link #given(String, Instant, String, Object)}, for a change of what the caller has read.
     *
     * @param ifMatch the request's {@link #IF_MATCH}: with it the command is refused as stale once anybody has changed
     *     the aggregate since, but for a repeat of the same command; without it nothing is checked
     */
    public Command given(
            String storeId, @Nullable Instant time, @Nullable String key, @Nullable String ifMatch, Object content) {
        Long version = IfMatch.version(ifMatch);
        Instant now = clock.instant();
        String id = key == null ? AggregateIds.next() : AggregateIds.of(storeId, key, content.toString());
        Instant happened = time == null ? now : checked(time, now);
        return new Command(id, storeId, happened, now, traces.currentTraceParent(), null, version);
    }

    private static Instant checked(Instant time, Instant now) {
        if (time.isAfter(now.plus(LONGEST_AHEAD)) || time.isBefore(EARLIEST)) {
            throw ProblemException.invalid(
                    List.of(new Violation("/time", "Must be since 2000 and not more than five minutes from now.")));
        }
        return time;
    }
}
