package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.OutgoingPost;
import io.dianmai.kpi.delivery.message.Message;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What sets one kind of group robot apart from the others. */
interface Robot {
    ChannelKind kind();

    /** How many messages one robot takes, each window by itself. */
    List<RateWindow> windows();

    /** The longest body it takes, in bytes of what {@link #size} counts. */
    int longest();

    /** How much of {@link #longest} a message needs. */
    int size(Message message);

    /** The request that brings a message. */
    Post write(DeliveryTarget target, Message message, Instant now);

    /** What its answer means; robots say what is wrong in a body with status 200. */
    Attempt read(OutgoingPost.Reply.Answered answer);

    /** Where addresses of such robots lie, to be shown to whoever entered another one. */
    String exampleAddress();

    /** Whether an address names one robot. */
    boolean isAddress(URI address);

    /**
     * A request that is ready to go.
     *
     * @param body JSON
     */
    record Post(URI address, String body) {}
}
