package io.dianmai.system;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.contracts.fact.ComplaintClosed;
import io.dianmai.contracts.fact.ComplaintReceived;
import io.dianmai.contracts.fact.ComplaintReplied;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens at one store from one moment on: a lead that comes to the store and buys or is lost, a lead with whom a call
 * is agreed that nobody makes, a job done and one whose promise is broken, a complaint, a party without a name.
 *
 * <p>Facts of one step are about different customers; a step is told when the one before was accepted.
 */
final class Stories {
    private static final Duration KEPT_PROMISE = Duration.ofHours(2);

    private final String storeId;
    private final Instant begin;
    private final int number;
    private final Instant neglected;
    private int told;

    private Stories(String storeId, Instant begin, int number, Duration neglect) {
        this.storeId = storeId;
        this.begin = begin;
        this.number = number;
        this.neglected = begin.plus(neglect);
    }

    /**
     * The steps of one wave.
     *
     * @param number tells the customers of this wave from those of others
     * @param neglect after this the neglected deadlines lapse; long enough for the facts to be accepted before
     */
    static List<List<Fact>> of(String storeId, Instant begin, int number, Duration neglect) {
        return new Stories(storeId, begin.truncatedTo(ChronoUnit.MILLIS), number, neglect).steps();
    }

    private List<List<Fact>> steps() {
        boolean buys = number % 2 == 0;
        return List.of(
                List.of(
                        fact(lead("buyer", number % 3 == 0 ? Channel.WEB : Channel.WALK_IN)),
                        fact(lead("caller", Channel.PHONE)),
                        fact(job("kept", JobKind.MAINTENANCE, begin.plus(KEPT_PROMISE))),
                        fact(job("broken", JobKind.PAINT, neglected)),
                        fact(new ComplaintReceived(
                                ref("complaint"), ComplaintCategory.WAITING, TestGroup.ADVISER, null)),
                        fact(visit("stranger", VisitKind.CALL, number % 5 == 0, null))),
                List.of(
                        fact(visit("buyer-visit", VisitKind.WALK_IN, true, ref("buyer"))),
                        fact(new ContactMade(
                                ref("caller"), ContactMedium.CALL, ContactResult.AGREED_NEXT_STEP, neglected, null)),
                        fact(new WorkFinished(ref("kept"), null, 90, 75)),
                        fact(new ComplaintReplied(ref("complaint")))),
                List.of(
                        fact(
                                buys
                                        ? new OrderSigned(
                                                ref("buyer"),
                                                ref("order"),
                                                "M1",
                                                18_000_000,
                                                500_000,
                                                number % 4 == 0,
                                                null,
                                                null)
                                        : new CustomerLost(ref("buyer"), LossReason.PRICE, null)),
                        fact(new JobSettled(
                                ref("kept"),
                                new Settlement(30_000, 40_000, 5_000, 1_000, 300, 41_000),
                                number % 3 == 0)),
                        fact(new ComplaintClosed(ref("complaint"), number % 3 != 0))),
                List.of(
                        fact(
                                buys
                                        ? new VehicleDelivered(
                                                ref("buyer"),
                                                ref("order"),
                                                900_000,
                                                120_000,
                                                number % 4 == 0,
                                                false,
                                                true,
                                                40)
                                        : visit("second", VisitKind.WALK_IN, false, null)),
                        fact(new VehicleReturned(ref("kept")))));
    }

    private StoreFact lead(String who, Channel channel) {
        return new LeadReceived(ref(who), channel, null, "王" + number, null, "M1", null, null, null);
    }

    private StoreFact job(String what, JobKind kind, Instant promisedAt) {
        return new VehicleReceived(ref(what), kind, null, TestGroup.ADVISER, null, "M1", promisedAt);
    }

    private StoreFact visit(String what, VisitKind kind, boolean retained, @Nullable String leadRef) {
        return new VisitReceived(ref(what), kind, kind == VisitKind.CALL ? 1 : 2, retained, leadRef, null, null);
    }

    /** Each a millisecond after the one before. */
    private Fact fact(StoreFact data) {
        return new Fact(UUID.randomUUID().toString(), storeId, begin.plusMillis(told++), data);
    }

    private String ref(String what) {
        return what + "-" + number;
    }
}
