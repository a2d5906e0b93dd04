package io.dianmai.lead.intake;

import static io.dianmai.lead.intake.sheet.LeadColumns.*;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.intake.LeadRow.Happening;
import io.dianmai.lead.intake.sheet.Amounts;
import io.dianmai.lead.intake.sheet.Reason;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.intake.sheet.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one row of a list of leads. */
final class LeadRowReader {
    private final RowCells cells;
    private final ImportPlace place;
    private final PersonalDataSealer sealer;

    LeadRowReader(RowCells cells, ImportPlace place, PersonalDataSealer sealer) {
        this.cells = cells;
        this.place = place;
        this.sealer = sealer;
    }

    /** Empty when something is wrong, which the cells then tell. */
    Optional<LeadRow> read() {
        String reference = cells.text(REFERENCE, 100);
        Channel channel = cells.word(CHANNEL, Words.CHANNEL);
        CustomerClass customerClass = cells.word(CUSTOMER_CLASS, Words.CUSTOMER_CLASS);
        var customer = new SealedCustomer(
                cells.sealed(NAME, Kind.NAME, 100, sealer), cells.sealed(PHONE, Kind.PHONE, 40, sealer));
        cells.birthday(BIRTHDAY);
        Interest interest = interest();
        Instant registered = cells.past(REGISTERED_AT);
        Instant visited = cells.past(VISITED_AT);
        List<Happening> told = new LeadStages(cells, interest.model(), reference).read();
        Instant registeredAt = Stream.concat(
                        Stream.ofNullable(visited), told.stream().map(Happening::at))
                .min(Instant::compareTo)
                .filter(_ -> registered == null)
                .orElse(Objects.requireNonNullElse(registered, place.now()));
        List<Happening> later = told.stream()
                .map(happening -> new Happening(cells.onThatDay(happening.at(), registeredAt), happening.asked()))
                .toList();
        checkOrder(registeredAt, visited, later);
        var row = new LeadRow(
                reference,
                registeredAt,
                channel == null ? Channel.WALK_IN : channel,
                customerClass == null ? CustomerClass.PROSPECT : customerClass,
                customer,
                interest,
                cells.words(CRITERIA, Words.CRITERION, 20),
                cells.text(ACTIVITY, 100),
                advisor(registeredAt),
                visited,
                later);
        return cells.flaws().isEmpty() ? Optional.of(row) : Optional.empty();
    }

    private Interest interest() {
        Amounts.Range budget = cells.budget(BUDGET);
        List<String> competitors = cells.texts(COMPETITORS, 10);
        return new Interest(
                cells.text(MODEL, 100),
                cells.text(COLOUR, 50),
                end(budget == null ? null : budget.from()),
                end(budget == null ? null : budget.to()),
                cells.word(PAYMENT, Words.PAYMENT),
                cells.truth(TRADE_IN),
                cells.text(TRADE_IN_MODEL, 100),
                cells.word(DECISION_MAKER, Words.DECISION_MAKER),
                cells.word(URGENCY, Words.URGENCY),
                cells.word(PURCHASE_TIME, Words.PURCHASE_TIME),
                competitors.isEmpty() ? null : competitors);
    }

    private static @Nullable Long end(@Nullable BigDecimal fen) {
        return fen == null ? null : fen.longValueExact();
    }

    /** Who owns an open lead must work there now; of a closed one it is enough to have been there then. */
    private @Nullable String advisor(Instant registeredAt) {
        boolean closed = cells.says(DELIVERED_AT) || cells.says(LOST_AT);
        return place.staffId(cells, ADVISOR, closed ? registeredAt : place.now());
    }

    private void checkOrder(Instant registeredAt, @Nullable Instant visited, List<Happening> later) {
        boolean early = later.stream().anyMatch(happening -> happening.at().isBefore(registeredAt))
                || (visited != null && cells.onThatDay(visited, registeredAt).isBefore(registeredAt));
        if (early) {
            cells.flaw(REGISTERED_AT, Reason.BEFORE_REGISTRATION);
        }
    }
}
