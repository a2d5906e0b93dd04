package io.dianmai.lead.sale;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Stage;
import io.dianmai.lead.sale.CollectionsForecast.Bucket;
import io.dianmai.lead.sale.CollectionsForecast.Due;
import io.dianmai.lead.sale.CollectionsForecast.NotKept;
import io.dianmai.lead.sale.CollectionsForecast.Period;
import io.dianmai.lead.sale.CollectionsForecast.Receipt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The orders of one store as a forecast sees them. Lost leads owe nothing any more; what they had paid came in all the same. */
final class OrdersOfStore {
    private final List<Due> due = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Account> signed = new ArrayList<>();
    private final List<NotKept> notKept = new ArrayList<>();
    private final ZoneId zone;
    private final Instant now;

    OrdersOfStore(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    void add(Stored<Lead> stored) {
        Lead lead = stored.state();
        String standing = lead.progress().orderId();
        var order = standing == null ? null : lead.account(standing).orElse(null);
        if (order != null) {
            owes(stored.id(), lead, order);
        } else if (standing != null && lead.progress().stage() == Stage.ORDERED) {
            notKept.add(new NotKept(stored.id(), standing));
        }
        Stream.concat(Stream.ofNullable(order), lead.soFar().cancelledOrders().stream())
                .forEach(account -> came(stored.id(), account));
    }

    private void owes(String leadId, Lead lead, Account order) {
        Stage stage = lead.progress().stage();
        boolean stands = stage == Stage.ORDERED || stage == Stage.DELIVERED;
        if (!stands || order.outstanding() == 0) {
            return;
        }
        Instant expected = order.expectedPayment();
        due.add(new Due(
                leadId,
                order.orderId(),
                order.model(),
                lead.dimensions().advisorId(),
                lead.customer().name(),
                expected,
                order.price(),
                order.paid(),
                order.outstanding(),
                expected != null && expected.isBefore(now),
                stage == Stage.DELIVERED));
    }

    private void came(String leadId, Account account) {
        signed.add(account);
        account.receipts()
                .forEach(one ->
                        receipts.add(new Receipt(leadId, account.orderId(), one.paymentId(), one.at(), one.amount())));
    }

    CollectionsForecast forecast(String storeId, YearMonth month, boolean complete) {
        LocalDate first = month.atDay(1);
        var earlier = due.stream()
                .filter(one -> one.expectedPayment() != null
                        && one.expectedPayment().atZone(zone).toLocalDate().isBefore(first));
        var undated = due.stream().filter(one -> one.expectedPayment() == null);
        return new CollectionsForecast(
                storeId,
                month.toString(),
                now,
                complete,
                Bucket.of(inOrder(earlier)),
                TenDays.of(month).stream().map(this::period).toList(),
                Bucket.of(inOrder(undated)),
                notKept);
    }

    private Period period(TenDays days) {
        List<Due> orders = inOrder(due.stream()
                .filter(one -> one.expectedPayment() != null && days.contains(one.expectedPayment(), zone)));
        List<Receipt> came = receipts.stream()
                .filter(one -> days.contains(one.at(), zone))
                .sorted(Comparator.comparing(Receipt::at).thenComparing(Receipt::paymentRef))
                .toList();
        return new Period(
                days.from(),
                days.to(),
                orders.stream().mapToLong(Due::outstanding).sum(),
                orders.stream().filter(Due::overdue).mapToLong(Due::outstanding).sum(),
                came.stream().mapToLong(Receipt::amount).sum(),
                signed.stream()
                        .filter(account -> days.contains(account.signedAt(), zone))
                        .mapToLong(Account::deposit)
                        .sum(),
                orders,
                came);
    }

    private static List<Due> inOrder(Stream<Due> orders) {
        return orders.sorted(Comparator.comparing(Due::expectedPayment, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Due::leadId))
                .toList();
    }
}
