package io.dianmai.lead.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 十日收款预定表: what is to come in for the orders of one store in a month, by parts of ten days, and what came in. Amounts are
 * in fen; days are the store's.
 *
 * @param month for example {@code 2026-03}
 * @param asOf what is overdue is so at this time
 * @param complete false when there were more orders than are looked through: then sums are too small
 * @param earlier what was expected before the month and is still to be paid
 * @param periods the three parts of the month
 * @param undated what is still to be paid with no time known
 * @param notKept orders that were signed before their price was kept: nothing is guessed of them
 */
record CollectionsForecast(
        String storeId,
        String month,
        Instant asOf,
        boolean complete,
        Bucket earlier,
        List<Period> periods,
        Bucket undated,
        List<NotKept> notKept) {

    /**
     * Ten days.
     *
     * @param expected outstanding of the orders behind it, which are expected to be paid in it
     * @param overdue as much of it as should have been paid by now
     * @param received payments in it, less what was given back
     * @param deposits taken in it with new orders
     */
    record Period(
            LocalDate from,
            LocalDate to,
            long expected,
            long overdue,
            long received,
            long deposits,
            List<Due> orders,
            List<Receipt> receipts) {}

    /** Orders, and what is still to be paid for them. */
    record Bucket(long outstanding, List<Due> orders) {
        static Bucket of(List<Due> orders) {
            return new Bucket(orders.stream().mapToLong(Due::outstanding).sum(), orders);
        }
    }

    /**
     * An order that something is still to be paid for.
     *
     * @param delivered whether its vehicle was handed over already
     */
    record Due(
            String leadId,
            String orderRef,
            String model,
            @Nullable String advisorId,
            @Nullable String customerName,
            @Nullable Instant expectedPayment,
            long price,
            long paid,
            long outstanding,
            boolean overdue,
            boolean delivered) {}

    /** {@code amount} is negative when money was given back. */
    record Receipt(String leadId, String orderRef, String paymentRef, Instant at, long amount) {}

    record NotKept(String leadId, String orderRef) {}
}
