package io.dianmai.kpi.target.web;

import io.dianmai.kit.table.TableCell;
import io.dianmai.kit.table.TableRow;
import io.dianmai.kpi.target.Aim;
import io.dianmai.kpi.target.Flaw;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row, and notes what is wrong with them. */
final class ImportCells {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern NUMBER =
            Pattern.compile("(-?(?:\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.\\d{1,15})?)(%)?");
    private static final String PERCENT = "percent";

    private final TableRow row;
    private final ImportHeader header;
    private final List<Flaw> flaws = new ArrayList<>();

    ImportCells(TableRow row, ImportHeader header) {
        this.row = row;
        this.header = header;
    }

    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** What a cell says; null, with a flaw if it cannot be read, when it says nothing. */
    @Nullable
    String text(String field) {
        TableCell cell = header.cell(row, field);
        if (cell.fault() != null) {
            flaws.add(new Flaw(field, cell.fault()));
        }
        return cell.text().isEmpty()
                ? null
                : Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
    }

    String needed(String field) {
        int before = flaws.size();
        String text = text(field);
        if (text == null && flaws.size() == before) {
            flaws.add(new Flaw(field, "Must not be empty."));
        }
        return text == null ? "" : text;
    }

    int year() {
        String text = needed(ImportHeader.YEAR);
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return Integer.parseInt(year.group(1));
        }
        if (!text.isEmpty()) {
            flaws.add(new Flaw(ImportHeader.YEAR, "Must be a year such as 2026."));
        }
        return 0;
    }

    @Nullable
    LocalDate effectiveFrom() {
        String text = text(ImportHeader.FROM);
        if (text == null) {
            return null;
        }
        Matcher date = DATE.matcher(text);
        try {
            if (date.matches()) {
                return LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3)));
            }
        } catch (DateTimeException noSuchDay) {
            flaws.add(new Flaw(ImportHeader.FROM, "There is no such day."));
            return null;
        }
        flaws.add(new Flaw(ImportHeader.FROM, "Must be a date such as 2026-01-31."));
        return null;
    }

    /** A figure; a percent sign is read for KPIs in percent only. */
    @Nullable
    BigDecimal figure(String field, @Nullable Aim aim) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        Matcher number = NUMBER.matcher(text);
        boolean matches = number.matches();
        if (matches
                && (number.group(2) == null || (aim != null && aim.wireUnit().equals(PERCENT)))) {
            return new BigDecimal(number.group(1).replace(",", ""));
        }
        flaws.add(new Flaw(field, matches ? "Is no percentage." : "Must be a number such as 1234.5."));
        return null;
    }
}
