package io.dianmai.kpi.delivery.queue;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.StructuredEvent;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Hands deliveries to their channel as notices. */
@Component
class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Function<String, String> storeNames;

    @Autowired
    Sending(StoreReplica stores) {
        this(id -> stores.find(id).map(StorePublished::name).orElse(id));
    }

    Sending(Function<String, String> storeNames) {
        this.storeNames = storeNames;
    }

    Attempt send(Channel channel, DeliveryTarget target, List<Delivery> deliveries) {
        try {
            return channel.send(target, deliveries.stream().map(this::notice).toList());
        } catch (RuntimeException broken) {
            // A fault of ours, in one channel: the others go on, and this one is tried again.
            LOG.error("channel {} has failed for target {}", target.channel(), target.id(), broken);
            return new Attempt.Retry("The channel has failed; the log says why.", null);
        }
    }

    private Notice notice(Delivery delivery) {
        Envelope<? extends ReminderEvent> event = StructuredEvent.read(delivery.event());
        return Notice.of(event, storeNames.apply(delivery.storeId()));
    }
}
