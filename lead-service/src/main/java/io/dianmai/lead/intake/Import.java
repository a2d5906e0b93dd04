package io.dianmai.lead.intake;

import io.dianmai.lead.intake.RowTaker.Numbered;
import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportRow;
import io.dianmai.lead.intake.sheet.RowCells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rows of one list, read and taken in as its kind asks for. */
final class Import<T> {
    private final RowTaker<T> taker;
    private final ImportPlace place;
    private final Headers headers;

    Import(RowTaker<T> taker, ImportPlace place, Headers headers) {
        this.taker = taker;
        this.place = place;
        this.headers = headers;
    }

    /** What would become of a row, as far as it shows without taking it in. */
    Verdict judge(ImportRow row) {
        RowCells cells = cells(row);
        return taker.read(cells, place).isPresent()
                ? new Verdict(row.line(), Verdict.State.GOOD, null, List.of())
                : Verdict.bad(row.line(), cells.flaws());
    }

    /** Takes the good rows in; what became of all of them, in the order of the file. */
    List<Verdict> take(String importId, List<ImportRow> rows) {
        List<Verdict> verdicts = new ArrayList<>(rows.size());
        List<Numbered<T>> good = new ArrayList<>(rows.size());
        for (ImportRow row : rows) {
            RowCells cells = cells(row);
            Optional<T> content = taker.read(cells, place);
            content.ifPresentOrElse(
                    read -> good.add(new Numbered<>(row.line(), read)),
                    () -> verdicts.add(Verdict.bad(row.line(), cells.flaws())));
        }
        if (!good.isEmpty()) {
            verdicts.addAll(taker.take(importId, place, good));
        }
        verdicts.sort(Comparator.comparingInt(Verdict::line));
        return verdicts;
    }

    private RowCells cells(ImportRow row) {
        return new RowCells(headers, row, place.zone(), place.now());
    }
}
