package io.dianmai.lead.intake;

import static io.dianmai.lead.intake.sheet.LeadColumns.*;

import io.dianmai.contracts.lead.LossReason;
import io.dianmai.lead.intake.LeadRow.Happening;
import io.dianmai.lead.intake.sheet.Reason;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.intake.sheet.Words;
import io.dianmai.lead.lead.LeadCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what has become of a lead: test drive, order, and delivery or loss. */
final class LeadStages {
    private static final int USUAL_TEST_DRIVE = 30;
    private static final int LONGEST_TEST_DRIVE = 1_440;
    private static final int LONGEST_IN_STOCK = 36_500;
    /** What the order of a lead is called that has one without saying its reference. */
    private static final String ONLY_ORDER = "order-of-";

    private final RowCells cells;
    private final @Nullable String model;
    private final @Nullable String reference;
    private final List<Happening> happenings = new ArrayList<>();

    LeadStages(RowCells cells, @Nullable String model, @Nullable String reference) {
        this.cells = cells;
        this.model = model;
        this.reference = reference;
    }

    /** In the order in which it happened. */
    List<Happening> read() {
        testDrive();
        Instant orderedAt = cells.past(ORDERED_AT);
        order(orderedAt);
        delivery(orderedAt);
        loss();
        if (cells.says(DELIVERED_AT) && cells.says(LOST_AT)) {
            cells.flaw(Reason.DELIVERED_AND_LOST);
        }
        // Stable: what is of the same time stays as it was read.
        happenings.sort(Comparator.comparing(Happening::at));
        return List.copyOf(happenings);
    }

    private void testDrive() {
        Instant begun = cells.past(TEST_DRIVE_AT);
        Integer minutes = cells.number(TEST_DRIVE_MINUTES, 1, LONGEST_TEST_DRIVE);
        if (begun == null) {
            return;
        }
        if (model == null) {
            cells.flaw(TEST_DRIVE_AT, Reason.NOTHING_OF_TEST_DRIVE);
            return;
        }
        var taken = Duration.ofMinutes(minutes == null ? USUAL_TEST_DRIVE : minutes);
        happenings.add(new Happening(begun, new LeadCommand.TestDrive(model, begun, begun.plus(taken))));
    }

    private void order(@Nullable Instant orderedAt) {
        Long price = cells.fen(PRICE, false);
        Long deposit = cells.fen(DEPOSIT, false);
        Boolean financed = cells.truth(FINANCED);
        Instant delivery = cells.expected(EXPECTED_DELIVERY);
        Instant payment = cells.expected(EXPECTED_PAYMENT);
        if (!cells.says(ORDERED_AT)) {
            return;
        }
        if (orderedAt == null || price == null || price == 0 || model == null) {
            cells.flaw(ORDERED_AT, Reason.ORDER_INCOMPLETE);
            return;
        }
        happenings.add(new Happening(
                orderedAt,
                new LeadCommand.Order(
                        orderRef(),
                        model,
                        price,
                        Objects.requireNonNullElse(deposit, 0L),
                        Boolean.TRUE.equals(financed),
                        delivery,
                        payment)));
    }

    private void delivery(@Nullable Instant orderedAt) {
        Instant told = cells.past(DELIVERED_AT);
        Instant deliveredAt = told == null || orderedAt == null ? told : cells.onThatDay(told, orderedAt);
        Long grossProfit = cells.fen(GROSS_PROFIT, true);
        Long accessories = cells.fen(ACCESSORIES, false);
        Boolean newEnergy = cells.truth(NEW_ENERGY);
        Boolean flagship = cells.truth(FLAGSHIP);
        Boolean insured = cells.truth(INSURED);
        Integer stockAge = cells.number(STOCK_AGE, 0, LONGEST_IN_STOCK);
        if (cells.says(DELIVERED_AT) && !cells.says(ORDERED_AT)) {
            cells.flaw(DELIVERED_AT, Reason.DELIVERY_WITHOUT_ORDER);
        } else if (deliveredAt != null && orderedAt != null && deliveredAt.isBefore(orderedAt)) {
            cells.flaw(DELIVERED_AT, Reason.BEFORE_ORDER);
        } else if (deliveredAt != null) {
            happenings.add(new Happening(
                    deliveredAt,
                    new LeadCommand.Delivery(
                            orderRef(),
                            Objects.requireNonNullElse(grossProfit, 0L),
                            Objects.requireNonNullElse(accessories, 0L),
                            Boolean.TRUE.equals(newEnergy),
                            Boolean.TRUE.equals(flagship),
                            Boolean.TRUE.equals(insured),
                            Objects.requireNonNullElse(stockAge, 0))));
        }
    }

    private void loss() {
        Instant lostAt = cells.past(LOST_AT);
        LossReason reason = cells.word(LOSS_REASON, Words.LOSS_REASON);
        String competitor = cells.text(COMPETITOR_MODEL, 100);
        if (cells.says(LOSS_REASON) && !cells.says(LOST_AT)) {
            cells.flaw(LOSS_REASON, Reason.LOSS_WITHOUT_TIME);
        } else if (cells.says(LOST_AT) && !cells.says(LOSS_REASON)) {
            cells.flaw(LOST_AT, Reason.LOSS_WITHOUT_REASON);
        } else if (lostAt != null && reason != null) {
            happenings.add(new Happening(lostAt, new LeadCommand.Loss(reason, competitor)));
        }
    }

    private String orderRef() {
        String named = cells.text(ORDER_REF, 100);
        return named == null ? ONLY_ORDER + Objects.requireNonNullElse(reference, "lead") : named;
    }
}
