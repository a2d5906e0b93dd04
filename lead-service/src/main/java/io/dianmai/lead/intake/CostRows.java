package io.dianmai.lead.intake;

import static java.util.Objects.requireNonNullElse;

import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.lead.intake.FactRows.Told;
import io.dianmai.lead.intake.sheet.CostColumns;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.Reason;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.intake.sheet.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of what activities and channels have cost. */
final class CostRows implements RowTaker<Told<CostBooked>> {
    private final FactRows<CostBooked> facts;

    CostRows(FactTaker<CostBooked> owner) {
        this.facts = new FactRows<>(ImportKind.COSTS, owner);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.COSTS;
    }

    @Override
    public Optional<Told<CostBooked>> read(RowCells cells, ImportPlace place) {
        String reference = requireNonNullElse(cells.text(CostColumns.REFERENCE, 100), "");
        Instant bookedAt = requireNonNullElse(cells.past(CostColumns.BOOKED_AT), place.now());
        String activity = cells.text(CostColumns.ACTIVITY, 100);
        Channel channel = cells.word(CostColumns.CHANNEL, Words.CHANNEL);
        if (activity == null && channel == null) {
            cells.flaw(Reason.NEITHER);
        }
        var fact = new CostBooked(
                reference, activity, channel, requireNonNullElse(cells.fen(CostColumns.AMOUNT, true), 0L));
        return cells.flaws().isEmpty() ? Optional.of(new Told<>(reference, bookedAt, fact)) : Optional.empty();
    }

    @Override
    public List<Verdict> take(String importId, ImportPlace place, List<Numbered<Told<CostBooked>>> rows) {
        return facts.take(place, rows);
    }
}
