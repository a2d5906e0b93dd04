package io.dianmai.aftersales.repairorder;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderEvent;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderReassigned;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.personal.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 工单: one job, from the reception desk to the handover, in strict order. Only its money can be put right afterwards.
 *
 * @param plate 车牌, sealed
 * @param promisedAt when the customer was told to come back
 * @param settlement absent until it is settled, and after a settlement was taken back
 * @param settled that settlement as it was told; absent for one from before settlements were kept
 */
public record RepairOrder(
        JobDimensions dimensions,
        JobKind kind,
        Status status,
        boolean booked,
        @Nullable String plate,
        Instant openedAt,
        @Nullable Instant promisedAt,
        @Nullable Settlement settlement,
        @Nullable SettledJob settled,
        @Nullable Instant handedOverAt) {

    static final Refusal SETTLEMENT_NOT_KEPT = Refusal.conflict(
            "settlement-not-kept",
            "The job was settled before settlements could be reversed, so what it counted for is not on file.");

    /** How far the job is. */
    public enum Status {
        OPENED,
        FINISHED,
        SETTLED,
        HANDED_OVER;

        /** The status of a job at this one that reaches {@code next}: it never falls back. */
        Status reaching(Status next) {
            return compareTo(next) < 0 ? next : this;
        }
    }

    static Decision<RepairOrderEvent> open(
            @Nullable RepairOrder existing, RepairOrderCommand.Open command, Instant time) {
        if (existing != null) {
            return Decision.refuse(Refusal.conflict(
                    "repair-order-already-opened", "This reference names a repair order that is open already."));
        }
        Instant promisedAt = command.promisedAt();
        if (promisedAt != null && promisedAt.isBefore(time)) {
            return Decision.refuse(
                    Refusal.invalid("promise-in-the-past", "The promised time lies before the vehicle was received."));
        }
        return Decision.accept(new RepairOrderOpened(
                command.dimensions(),
                command.kind(),
                command.booked(),
                command.plate() == null
                        ? null
                        : SealedText.parse(command.plate()).hash(),
                promisedAt));
    }

    Decision<RepairOrderEvent> finish(RepairOrderCommand.Finish command) {
        return step(
                Status.OPENED,
                new RepairOrderFinished(
                        dimensions, kind, command.technicianId(), command.soldMinutes(), command.actualMinutes()));
    }

    Decision<RepairOrderEvent> settle(RepairOrderCommand.Settle command) {
        boolean billedAgain = status == Status.HANDED_OVER && settlement == null;
        return step(
                billedAgain ? Status.HANDED_OVER : Status.FINISHED,
                new RepairOrderSettled(dimensions, kind, command.settlement(), command.addOn()));
    }

    /** Also once the vehicle has left: a bill that was wrong is wrong wherever the vehicle is. */
    Decision<RepairOrderEvent> reverse(RepairOrderCommand.Reverse command) {
        if (settlement == null) {
            return Decision.refuse(needed(Status.SETTLED));
        }
        return settled == null
                ? Decision.refuse(SETTLEMENT_NOT_KEPT)
                : Decision.accept(new RepairOrderSettlementReversed(
                        dimensions, kind, settled.at(), settled.told(), command.reason()));
    }

    Decision<RepairOrderEvent> handOver(Instant time) {
        Boolean onTime = promisedAt == null ? null : !time.isAfter(promisedAt);
        return step(Status.SETTLED, new RepairOrderHandedOver(dimensions, kind, promisedAt, onTime));
    }

    Decision<RepairOrderEvent> reassign(RepairOrderCommand.Reassign command) {
        if (status == Status.HANDED_OVER || !command.from().equals(dimensions.adviserId())) {
            return Decision.accept();
        }
        var now = new JobDimensions(command.adviserId(), command.teamId(), dimensions.model());
        return Decision.accept(new RepairOrderReassigned(now, kind, command.from()));
    }

    private Decision<RepairOrderEvent> step(Status needed, RepairOrderEvent event) {
        return switch (Integer.signum(status.compareTo(needed))) {
            case 0 -> Decision.accept(event);
            case -1 -> Decision.refuse(needed(needed));
            default ->
                Decision.refuse(Refusal.conflict(
                        "repair-order-already-" + inWords(status),
                        "The repair order is " + inWords(status) + " already."));
        };
    }

    private static Refusal needed(Status needed) {
        return Refusal.conflict(
                "repair-order-not-" + inWords(needed), "The repair order must be " + inWords(needed) + " first.");
    }

    private static String inWords(Status status) {
        return switch (status) {
            case OPENED -> "opened";
            case FINISHED -> "finished";
            case SETTLED -> "settled";
            case HANDED_OVER -> "handed-over";
        };
    }

    RepairOrder with(JobDimensions now) {
        return new RepairOrder(
                now, kind, status, booked, plate, openedAt, promisedAt, settlement, settled, handedOverAt);
    }

    RepairOrder at(Status next) {
        return new RepairOrder(
                dimensions, kind, next, booked, plate, openedAt, promisedAt, settlement, settled, handedOverAt);
    }

    /** Billed with that settlement; with none once more unbilled. */
    RepairOrder settled(@Nullable SettledJob now) {
        Settlement amounts = now == null ? null : now.told().settlement();
        return new RepairOrder(
                dimensions, kind, status, booked, plate, openedAt, promisedAt, amounts, now, handedOverAt);
    }

    RepairOrder handedOver(Instant time) {
        return new RepairOrder(
                dimensions, kind, Status.HANDED_OVER, booked, plate, openedAt, promisedAt, settlement, settled, time);
    }

    /** The same order with what its events do not carry. */
    RepairOrder keeping(@Nullable String sealedPlate) {
        return new RepairOrder(
                dimensions, kind, status, booked, sealedPlate, openedAt, promisedAt, settlement, settled, handedOverAt);
    }
}
