package io.dianmai.kit.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Makes text of a cell, as the one who filled it in sees it. */
final class XlsxCell {
    /** Spreadsheets compute in binary but hold to this many digits: 0.1+0.2 is 0.3 for whoever typed it. */
    private static final MathContext DIGITS = new MathContext(15);
    /** Written out in full, a number beyond it would take up memory for nothing. */
    private static final int LARGEST_EXPONENT = 30;

    /** The day after 9999-12-31. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Pattern DATE = Pattern.compile("[yd]");

    private XlsxCell() {}

    static TableCell read(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> TableCell.EMPTY;
            case STRING -> TableCell.of(cell.asString());
            case BOOLEAN -> TableCell.of(String.valueOf(cell.asBoolean()));
            case ERROR -> TableCell.faulty("The cell holds an error.");
            case NUMBER -> number(cell);
            case FORMULA -> result(cell);
        };
    }

    /** What a formula came to when the file was saved; nothing is worked out here. */
    private static TableCell result(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || raw.isBlank()) {
            return TableCell.faulty(
                    "The formula has no result: save the file in a spreadsheet program, or paste values.");
        }
        if (raw.startsWith("#")) {
            return TableCell.faulty("The formula ends in an error.");
        }
        return cell.getValue() instanceof BigDecimal ? number(cell) : TableCell.of(raw);
    }

    private static TableCell number(Cell cell) {
        BigDecimal number = (BigDecimal) Objects.requireNonNull(cell.getValue());
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT || number.scale() > 400) {
            return TableCell.faulty("The number is out of range.");
        }
        String format = format(cell.getDataFormatString());
        if (format.contains("%")) {
            return TableCell.of(plain(number.movePointRight(2)) + "%");
        }
        return DATE.matcher(format).find() ? date(cell) : TableCell.of(plain(number));
    }

    private static String plain(BigDecimal number) {
        BigDecimal seen = number.round(DIGITS).stripTrailingZeros();
        return (seen.scale() < 0 ? seen.setScale(0) : seen).toPlainString();
    }

    private static TableCell date(Cell cell) {
        BigDecimal days = (BigDecimal) Objects.requireNonNull(cell.getValue());
        if (days.signum() < 0 || days.compareTo(LAST_DAY) >= 0) {
            return TableCell.faulty("The date is out of range.");
        }
        LocalDateTime date = cell.asDate().truncatedTo(ChronoUnit.MINUTES);
        return TableCell.of((date.toLocalTime().equals(LocalTime.MIDNIGHT) ? date.toLocalDate() : date).toString());
    }

    private static String format(@Nullable String format) {
        return format == null
                ? ""
                : LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
