package io.dianmai.lead.deal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sale has come to so far, besides its stage.
 *
 * @param testDrives the last {@link #KEPT}, oldest first
 * @param quotesGiven how many in all
 * @param quotes the last {@link #KEPT}, oldest first
 * @param order the account of the order that stands; absent without one, and of an order from before accounts were kept
 * @param cancelledOrders accounts of the last {@link #KEPT} orders that were taken back
 * @param lossProposed present while a loss waits for a manager
 * @param losses the last {@link #KEPT}, oldest first
 * @param closedAt when it was delivered or lost; absent while open, and of what was closed before this was kept
 */
public record Deal(
        Contacts contacts,
        List<Drive> testDrives,
        int quotesGiven,
        List<Quote> quotes,
        @Nullable Account order,
        List<Account> cancelledOrders,
        @Nullable LossProposed lossProposed,
        List<PastLoss> losses,
        @Nullable Instant closedAt) {
    /** How many of each a lead keeps: a document must stay small, and events keep the rest. */
    public static final int KEPT = 20;

    /** Nothing yet. */
    public static final Deal NONE =
            new Deal(Contacts.NONE, List.of(), 0, List.of(), null, List.of(), null, List.of(), null);

    public Deal {
        testDrives = List.copyOf(testDrives);
        quotes = List.copyOf(quotes);
        cancelledOrders = List.copyOf(cancelledOrders);
        losses = List.copyOf(losses);
    }

    /** The account of an order that stands or was taken back. */
    public Optional<Account> account(String orderId) {
        return Stream.concat(Stream.ofNullable(order), cancelledOrders.stream())
                .filter(account -> account.orderId().equals(orderId))
                .findFirst();
    }

    public boolean hasQuote(String quoteId) {
        return quotes.stream().anyMatch(quote -> quote.quoteId().equals(quoteId));
    }

    /** An effective contact at that time was the first one. */
    public Deal contactedFirst(Instant at) {
        return with(contacts.begunAt(at));
    }

    /** One more effective contact at that time. What was told late and lies before the last loss belongs to the time before. */
    public Deal contacted(Instant at) {
        boolean overtaken = closedAt == null
                && !losses.isEmpty()
                && !at.isAfter(losses.getLast().at());
        return overtaken ? this : with(contacts.oneMore());
    }

    public Deal with(Drive drive) {
        return new Deal(
                contacts,
                last(testDrives, drive),
                quotesGiven,
                quotes,
                order,
                cancelledOrders,
                lossProposed,
                losses,
                closedAt);
    }

    /** The last test drive began then. */
    public Deal drivenSince(Instant time) {
        var drives = new ArrayList<>(testDrives);
        drives.add(drives.removeLast().begunAt(time));
        return new Deal(contacts, drives, quotesGiven, quotes, order, cancelledOrders, lossProposed, losses, closedAt);
    }

    public Deal with(Quote quote) {
        return new Deal(
                contacts,
                testDrives,
                quotesGiven + 1,
                last(quotes, quote),
                order,
                cancelledOrders,
                lossProposed,
                losses,
                closedAt);
    }

    /** Nobody gives up a customer who has ordered: a loss that was proposed is no longer one. */
    public Deal ordered(Account account) {
        return new Deal(contacts, testDrives, quotesGiven, quotes, account, cancelledOrders, null, losses, closedAt);
    }

    /** The account, standing or taken back, with what has changed. */
    public Deal with(Account changed) {
        if (!changed.cancelled()) {
            return accounts(changed, cancelledOrders);
        }
        return accounts(
                order,
                cancelledOrders.stream()
                        .map(account -> account.orderId().equals(changed.orderId()) ? changed : account)
                        .toList());
    }

    /** The order that stood was taken back. */
    public Deal cancelled(Account account) {
        return accounts(null, last(cancelledOrders, account));
    }

    /** That loss waits for a manager; with null none does. */
    public Deal proposing(@Nullable LossProposed proposed) {
        return new Deal(contacts, testDrives, quotesGiven, quotes, order, cancelledOrders, proposed, losses, closedAt);
    }

    public Deal delivered(Instant at) {
        return new Deal(contacts, testDrives, quotesGiven, quotes, order, cancelledOrders, null, losses, at);
    }

    public Deal lost(PastLoss loss) {
        return new Deal(
                contacts, testDrives, quotesGiven, quotes, order, cancelledOrders, null, last(losses, loss), loss.at());
    }

    /** The manager who agreed to the last loss said that. */
    public Deal lossNoted(@Nullable String words) {
        var noted = new ArrayList<>(losses);
        noted.add(noted.removeLast().noting(words));
        return new Deal(
                contacts, testDrives, quotesGiven, quotes, order, cancelledOrders, lossProposed, noted, closedAt);
    }

    public Deal reopened() {
        return new Deal(
                contacts.countedAnew(), testDrives, quotesGiven, quotes, order, cancelledOrders, null, losses, null);
    }

    /** The same without what anybody said in words. */
    public Deal wordless() {
        return new Deal(
                contacts,
                testDrives.stream().map(Drive::wordless).toList(),
                quotesGiven,
                quotes,
                order,
                cancelledOrders.stream().map(Account::wordless).toList(),
                lossProposed,
                losses.stream().map(loss -> loss.noting(null)).toList(),
                closedAt);
    }

    private Deal with(Contacts next) {
        return new Deal(next, testDrives, quotesGiven, quotes, order, cancelledOrders, lossProposed, losses, closedAt);
    }

    private Deal accounts(@Nullable Account standing, List<Account> cancelled) {
        return new Deal(contacts, testDrives, quotesGiven, quotes, standing, cancelled, lossProposed, losses, closedAt);
    }

    private static <T> List<T> last(List<T> before, T next) {
        int surplus = Math.max(0, before.size() + 1 - KEPT);
        return Stream.concat(before.stream(), Stream.of(next)).skip(surplus).toList();
    }
}
