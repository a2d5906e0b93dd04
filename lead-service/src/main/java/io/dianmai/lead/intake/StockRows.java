package io.dianmai.lead.intake;

import static java.util.Objects.requireNonNullElse;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.lead.intake.FactRows.Told;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.intake.sheet.StockColumns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of vehicles in stock. */
final class StockRows implements RowTaker<Told<StockReceived>> {
    private final FactRows<StockReceived> facts;
    private final PersonalDataSealer sealer;

    StockRows(FactTaker<StockReceived> owner, PersonalDataSealer sealer) {
        this.facts = new FactRows<>(ImportKind.VEHICLES, owner);
        this.sealer = sealer;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.VEHICLES;
    }

    @Override
    public Optional<Told<StockReceived>> read(RowCells cells, ImportPlace place) {
        String reference = requireNonNullElse(cells.text(StockColumns.REFERENCE, 100), "");
        Instant stockedAt = requireNonNullElse(cells.past(StockColumns.STOCKED_AT), place.now());
        SealedText vin = cells.sealed(StockColumns.VIN, Kind.VIN, 40, sealer);
        var fact = new StockReceived(
                reference,
                requireNonNullElse(cells.text(StockColumns.MODEL, 100), ""),
                cells.text(StockColumns.COLOUR, 50),
                vin == null ? null : vin.text(),
                requireNonNullElse(cells.fen(StockColumns.COST, false), 0L),
                Boolean.TRUE.equals(cells.truth(StockColumns.NEW_ENERGY)),
                Boolean.TRUE.equals(cells.truth(StockColumns.FLAGSHIP)),
                stockedAt);
        return cells.flaws().isEmpty() ? Optional.of(new Told<>(reference, stockedAt, fact)) : Optional.empty();
    }

    @Override
    public List<Verdict> take(String importId, ImportPlace place, List<Numbered<Told<StockReceived>>> rows) {
        return facts.take(place, rows);
    }
}
