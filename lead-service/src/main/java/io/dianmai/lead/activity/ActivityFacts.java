package io.dianmai.lead.activity;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.fact.ActivityAnnounced;
import io.dianmai.contracts.fact.ActivityDropped;
import io.dianmai.contracts.fact.ActivityMoved;
import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.lead.activity.ActivityCommand.Announcement;
import io.dianmai.lead.activity.ActivityCommand.Booking;
import io.dianmai.lead.activity.ActivityCommand.Cancellation;
import io.dianmai.lead.activity.ActivityCommand.Move;
import org.springframework.stereotype.Component;

/** What store systems state of their activities and costs, as the commands that people give too. */
@Component
public class ActivityFacts {
    private final Activities activities;

    ActivityFacts(Activities activities) {
        this.activities = activities;
    }

    public Outcome<?> on(Envelope<?> event, ActivityAnnounced fact) {
        return carryOut(event, fact.activityId(), new Announcement(fact.activityId(), fact.plan()));
    }

    public Outcome<?> on(Envelope<?> event, ActivityMoved fact) {
        return carryOut(event, fact.activityId(), new Move(fact.phase()));
    }

    public Outcome<?> on(Envelope<?> event, ActivityDropped fact) {
        return carryOut(event, fact.activityId(), new Cancellation());
    }

    /** A cost that names both belongs to the activity, and tells which channel the money went to. */
    public Outcome<?> on(Envelope<?> event, CostBooked fact) {
        var booking = new Booking(fact.costRef(), fact.channel(), fact.amount());
        if (fact.activityId() != null) {
            return carryOut(event, fact.activityId(), booking);
        }
        return fact.channel() == null
                ? new Outcome.Refused<>(ActivityRefusals.COST_OF_NOTHING)
                : activities.book(fact.channel(), Command.of(event), booking);
    }

    private Outcome<MarketActivity> carryOut(Envelope<?> event, String activityId, ActivityCommand asked) {
        return activities.carryOut(Activities.idOf(event.storeId(), activityId), Command.of(event), asked);
    }
}
