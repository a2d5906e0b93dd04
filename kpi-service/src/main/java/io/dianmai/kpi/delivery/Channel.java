package io.dianmai.kpi.delivery;

import java.util.List;
import java.util.Optional;

/** One way to targets: a bean for each {@link ChannelKind}. */
public interface Channel {
    ChannelKind kind();

    /** So many notices can be told in one message, from 1. */
    int mostAtOnce();

    /**
     * Sends notices to a target, in their order. Called by one thread of one instance at a time for a target; what was
     * sent before a crash is sent again, with the same notices' ids. It must come to an end within a minute.
     *
     * @param notices from 1 to {@link #mostAtOnce}
     * @return never an exception for what the other side or the way to it does
     */
    Attempt send(DeliveryTarget target, List<Notice> notices);

    /** Looks at a target before it is kept. */
    Optional<Objection> objection(DeliveryTarget draft);

    /** A new secret for a target that came without one; empty where the channel can do without. */
    default Optional<String> newSecret() {
        return Optional.empty();
    }
}
