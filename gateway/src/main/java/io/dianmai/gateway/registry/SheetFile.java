package io.dianmai.gateway.registry;

import io.dianmai.gateway.registry.SheetReport.Verdict;
import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.table.TableLimits;
import io.dianmai.kit.table.TableReader;
import io.dianmai.kit.table.TableRow;
import io.dianmai.kit.table.TableStream;
import io.dianmai.kit.table.UnreadableTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A file that could be read to its end; of any other nothing is kept. */
record SheetFile(SheetHeader header, List<SheetRow> rows) {
    SheetFile {
        rows = List.copyOf(rows);
    }

    static SheetFile read(Sheet sheet, InputStream content) throws IOException, UnreadableTable {
        List<TableRow> table = new ArrayList<>();
        TableReader.read(content, TableLimits.USUAL, table::add);
        if (table.isEmpty()) {
            throw SheetHeader.wrong(sheet, "nothing is written");
        }
        SheetHeader header = SheetHeader.read(sheet, table.getFirst());
        return new SheetFile(
                header,
                table.stream().skip(1).map(row -> SheetRow.read(header, row)).toList());
    }

    /** The refused rows as they came, with the reasons behind. */
    byte[] refused(SheetReport report, TableFormat format) throws IOException {
        Map<Integer, SheetReport.Row> verdicts =
                report.verdicts().stream().collect(Collectors.toMap(SheetReport.Row::line, Function.identity()));
        List<List<String>> table = new ArrayList<>();
        List<String> titles = new ArrayList<>(header.titles());
        titles.remove(SheetHeader.REASONS);
        titles.add(SheetHeader.REASONS);
        table.add(titles);
        for (SheetRow row : rows) {
            SheetReport.Row verdict = verdicts.get(row.cells().line());
            if (verdict != null && verdict.verdict() == Verdict.REFUSED) {
                table.add(withReasons(row.cells(), verdict));
            }
        }
        return write(format, header.sheet().title(), table);
    }

    private List<String> withReasons(TableRow row, SheetReport.Row verdict) {
        List<String> cells = new ArrayList<>();
        for (int place = 0; place < header.titles().size(); place++) {
            if (!header.titles().get(place).equals(SheetHeader.REASONS)) {
                cells.add(row.cell(place).text());
            }
        }
        cells.add(verdict.reasons().stream()
                .map(reason -> reason.column() + ": " + reason.reason())
                .collect(Collectors.joining(" ")));
        return cells;
    }

    static byte[] write(TableFormat format, String sheet, List<List<String>> table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (TableStream out = TableStream.to(bytes, format, sheet)) {
            for (List<String> row : table) {
                out.row(row);
            }
        }
        return bytes.toByteArray();
    }
}
