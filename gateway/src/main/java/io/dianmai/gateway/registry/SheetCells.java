package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.table.TableCell;
import io.dianmai.kit.table.TableRow;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row, and notes what is wrong with them. */
final class SheetCells {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern BETWEEN = Pattern.compile("[,;/|\\s、，；]+");

    private final SheetHeader header;
    private final TableRow row;
    private final List<Violation> flaws = new ArrayList<>();

    SheetCells(SheetHeader header, TableRow row) {
        this.header = header;
        this.row = row;
    }

    /** Pointers are names of properties. */
    List<Violation> flaws() {
        return List.copyOf(flaws);
    }

    /** What a cell says; null, with a flaw if it cannot be read, when it says nothing. */
    @Nullable
    String text(SheetColumn column) {
        TableCell cell = header.cell(row, column);
        if (cell.fault() != null) {
            flaw(column, cell.fault());
        }
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        return text.isEmpty() ? null : text;
    }

    String needed(SheetColumn column) {
        int before = flaws.size();
        String text = text(column);
        if (text == null && flaws.size() == before) {
            flaw(column, "Must not be empty.");
        }
        return text == null ? "" : text;
    }

    int number(SheetColumn column, int otherwise) {
        String text = text(column);
        if (text == null) {
            return otherwise;
        }
        if (NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        flaw(column, "Must be a whole number.");
        return otherwise;
    }

    @Nullable
    LocalDate date(SheetColumn column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            flaw(column, "Must be a date such as 2026-01-31.");
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
        } catch (DateTimeException noSuchDay) {
            flaw(column, "There is no such day.");
            return null;
        }
    }

    Tier tier() {
        String text = needed(SheetColumn.TIER).toUpperCase(Locale.ROOT);
        return switch (text) {
            case "", "MID", "中端" -> Tier.MID;
            case "PREMIUM", "高端" -> Tier.PREMIUM;
            default -> {
                flaw(SheetColumn.TIER, "Must be 中端 (MID) or 高端 (PREMIUM).");
                yield Tier.MID;
            }
        };
    }

    List<Role> roles() {
        Set<Role> roles = new LinkedHashSet<>();
        for (String name : BETWEEN.split(needed(SheetColumn.ROLES))) {
            RoleNames.find(name)
                    .ifPresentOrElse(
                            roles::add,
                            () -> flaw(SheetColumn.ROLES, "Must be roles such as 销售顾问 or SALES_CONSULTANT."));
        }
        return List.copyOf(roles);
    }

    boolean has(SheetColumn column) {
        return header.has(column);
    }

    private void flaw(SheetColumn column, String detail) {
        flaws.add(new Violation(column.en(), detail));
    }
}
