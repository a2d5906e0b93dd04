package io.dianmai.aftersales.repairorder;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderEvent;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.personal.SealedText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 工单: one job, from the reception desk to the handover, in strict order.
 *
 * @param plate 车牌, sealed
 * @param promisedAt when the customer was told to come back
 * @param settlement absent until it is settled
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
        @Nullable Instant handedOverAt) {

    /** How far the job is. */
    public enum Status {
        OPENED,
        FINISHED,
        SETTLED,
        HANDED_OVER
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
        return step(Status.FINISHED, new RepairOrderSettled(dimensions, kind, command.settlement(), command.addOn()));
    }

    Decision<RepairOrderEvent> handOver(Instant time) {
        Boolean onTime = promisedAt == null ? null : !time.isAfter(promisedAt);
        return step(Status.SETTLED, new RepairOrderHandedOver(dimensions, kind, promisedAt, onTime));
    }

    private Decision<RepairOrderEvent> step(Status needed, RepairOrderEvent event) {
        return switch (Integer.signum(status.compareTo(needed))) {
            case 0 -> Decision.accept(event);
            case -1 ->
                Decision.refuse(Refusal.conflict(
                        "repair-order-not-" + inWords(needed),
                        "The repair order must be " + inWords(needed) + " first."));
            default ->
                Decision.refuse(Refusal.conflict(
                        "repair-order-already-" + inWords(status),
                        "The repair order is " + inWords(status) + " already."));
        };
    }

    private static String inWords(Status status) {
        return switch (status) {
            case OPENED -> "opened";
            case FINISHED -> "finished";
            case SETTLED -> "settled";
            case HANDED_OVER -> "handed-over";
        };
    }

    /** The state after an event. */
    static RepairOrder apply(@Nullable RepairOrder state, RepairOrderEvent event, Instant time) {
        return switch (event) {
            case RepairOrderOpened opened ->
                new RepairOrder(
                        opened.dimensions(),
                        opened.kind(),
                        Status.OPENED,
                        opened.booked(),
                        null,
                        time,
                        opened.promisedAt(),
                        null,
                        null);
            case RepairOrderFinished _ -> open(state).with(Status.FINISHED, null, null);
            case RepairOrderSettled settled -> open(state).with(Status.SETTLED, settled.settlement(), null);
            case RepairOrderHandedOver _ -> {
                RepairOrder order = open(state);
                yield order.with(Status.HANDED_OVER, order.settlement, time);
            }
        };
    }

    private static RepairOrder open(@Nullable RepairOrder state) {
        return Objects.requireNonNull(state, "the first event of a repair order opens it");
    }

    private RepairOrder with(Status next, @Nullable Settlement settled, @Nullable Instant handedOver) {
        return new RepairOrder(dimensions, kind, next, booked, plate, openedAt, promisedAt, settled, handedOver);
    }

    /** The same order with what its events do not carry. */
    RepairOrder keeping(@Nullable String sealedPlate) {
        return new RepairOrder(
                dimensions, kind, status, booked, sealedPlate, openedAt, promisedAt, settlement, handedOverAt);
    }
}
