package io.dianmai.kpi.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the catalogue from its reviewed file: CSV, without quotes, one KPI a line. */
final class CatalogueFile {
    static final String SHIPPED = "/kpi-catalogue.csv";
    static final String HEADER = "code,name_zh,name_en,area,kind,numerator,denominator,unit,better,"
            + "target_all,target_mid,target_premium,period,note";

    private static final int COLUMNS = HEADER.split(",").length;

    private CatalogueFile() {}

    /** @throws IllegalArgumentException naming the line that does not hold together */
    static Catalogue shipped() throws IOException {
        try (InputStream csv = CatalogueFile.class.getResourceAsStream(SHIPPED)) {
            if (csv == null) {
                throw new IOException(SHIPPED + " is missing");
            }
            return read(new InputStreamReader(csv, StandardCharsets.UTF_8));
        }
    }

    static Catalogue read(Reader csv) throws IOException {
        BufferedReader lines = new BufferedReader(csv);
        if (!HEADER.equals(lines.readLine())) {
            throw new IllegalArgumentException("KPI catalogue, line 1: the header must be " + HEADER);
        }
        List<Kpi> kpis = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                Kpi kpi = kpi(line);
                if (!codes.add(kpi.code())) {
                    throw new IllegalArgumentException("code " + kpi.code() + " is there twice");
                }
                kpis.add(kpi);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("KPI catalogue, line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return new Catalogue(kpis);
    }

    private static Kpi kpi(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || line.indexOf('"') >= 0) {
            throw new IllegalArgumentException(COLUMNS + " cells without quotes are needed");
        }
        KpiKind kind = constant(KpiKind.class, cells[4]);
        if (kind.hasDenominator() == cells[6].isEmpty()) {
            throw new IllegalArgumentException(
                    cells[4] + (cells[6].isEmpty() ? " needs a denominator" : " takes no denominator"));
        }
        return new Kpi(
                code(cells[0]),
                text(cells[1], "name_zh"),
                text(cells[2], "name_en"),
                text(cells[3], "area"),
                kind,
                Formula.parse(cells[5]),
                cells[6].isEmpty() ? null : Formula.parse(cells[6]),
                constant(KpiUnit.class, cells[7]),
                constant(Kpi.Better.class, cells[8]),
                Targets.parse(cells[9], cells[10], cells[11]),
                constant(Kpi.UsualPeriod.class, cells[12]),
                cells[13].isEmpty() ? null : cells[13]);
    }

    private static String code(String cell) {
        if (!cell.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("no code: \"" + cell + "\"");
        }
        return cell;
    }

    private static String text(String cell, String column) {
        if (cell.isBlank()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return cell;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String cell) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(cell)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("unknown " + type.getSimpleName() + " \"" + cell + "\"");
    }
}
