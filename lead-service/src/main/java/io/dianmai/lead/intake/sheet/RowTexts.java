package io.dianmai.lead.intake.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of one row as texts, and what is found wrong with them. */
abstract sealed class RowTexts permits RowTimes {
    private final Headers headers;
    private final ImportRow row;
    private final List<Flaw> flaws = new ArrayList<>();

    RowTexts(Headers headers, ImportRow row) {
        this.headers = headers;
        this.row = row;
        Integer earlier = row.duplicateOf();
        if (earlier != null) {
            flaws.add(Flaw.ofRow(Reason.duplicate(earlier)));
        }
    }

    /** What is wrong, as far as it was read. */
    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** Notes that the row as a whole cannot be taken. */
    public void flaw(Reason reason) {
        flaws.add(Flaw.ofRow(reason));
    }

    /** Notes what is wrong with a cell. */
    public void flaw(Column column, Reason reason) {
        Integer place = headers.place(column);
        flaws.add(
                place == null
                        ? new Flaw(null, column.zh(), reason.code(), reason.en(), reason.zh())
                        : new Flaw(
                                Headers.letters(place),
                                headers.texts().get(place),
                                reason.code(),
                                reason.en(),
                                reason.zh()));
    }

    /** Whether the row says anything there, readable or not. */
    public boolean says(Column column) {
        Integer place = headers.place(column);
        return place != null && (!row.cell(place).isEmpty() || row.fault(place) != null);
    }

    Optional<String> raw(Column column) {
        Integer place = headers.place(column);
        String fault = place == null ? null : row.fault(place);
        String text = place == null ? "" : row.cell(place);
        if (fault != null) {
            flaw(column, Reason.faulty(fault));
            return Optional.empty();
        }
        if (text.startsWith("=")) {
            flaw(column, Reason.FORMULA);
            return Optional.empty();
        }
        if (text.isEmpty() && column.required()) {
            flaw(column, Reason.MISSING);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    <T> Optional<T> noted(Column column, Optional<T> read, Reason otherwise) {
        if (read.isEmpty()) {
            flaw(column, otherwise);
        }
        return read;
    }

    boolean within(Column column, BigDecimal number, BigDecimal least, BigDecimal most) {
        return holds(column, number.compareTo(least) >= 0 && number.compareTo(most) <= 0, Reason.OUT_OF_RANGE);
    }

    boolean holds(Column column, boolean condition, Reason otherwise) {
        if (!condition) {
            flaw(column, otherwise);
        }
        return condition;
    }
}
