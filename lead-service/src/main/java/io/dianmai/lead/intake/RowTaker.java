package io.dianmai.lead.intake;

import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.RowCells;
import java.util.List;
import java.util.Optional;

/**
 * Takes in the rows of one kind of list.
 *
 * @param <T> what a row says
 */
interface RowTaker<T> {
    ImportKind kind();

    /** What a row says; empty when something is wrong with it, which its cells then tell. */
    Optional<T> read(RowCells cells, ImportPlace place);

    /**
     * Carries out what good rows say.
     *
     * @return what became of each, in the same order
     */
    List<Verdict> take(String importId, ImportPlace place, List<Numbered<T>> rows);

    /** A row and its line in the file. */
    record Numbered<T>(int line, T content) {}
}
