package io.dianmai.lead.intake;

import io.dianmai.kit.table.TableCell;
import io.dianmai.kit.table.TableRow;
import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.ImportRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a file once: finds the headers, which may stand below a title, and tells each row after them, also
 * whether an earlier one has the same reference.
 */
final class SheetPass implements Consumer<TableRow> {
    /** Titles and remarks above the headers are no longer than this. */
    private static final int MOST_TITLES = 10;

    private final ImportKind kind;
    private final Consumer<Headers> onHeaders;
    private final Consumer<ImportRow> onRow;
    private final Map<String, Integer> references = new HashMap<>();
    private List<String> firstLine = List.of();
    private @Nullable Headers headers;
    private int titles;
    private int rows;

    SheetPass(ImportKind kind, Consumer<Headers> onHeaders, Consumer<ImportRow> onRow) {
        this.kind = kind;
        this.onHeaders = onHeaders;
        this.onRow = onRow;
    }

    @Override
    public void accept(TableRow row) {
        Headers found = headers;
        if (found == null) {
            findHeaders(row);
            return;
        }
        rows++;
        ImportRow read = read(row, null);
        String reference = found.reference(read);
        Integer earlier = reference == null ? null : references.putIfAbsent(reference, row.line());
        onRow.accept(earlier == null ? read : read(row, earlier));
    }

    /** To be asked for when the file is at its end. */
    Headers headers() {
        Headers found = headers;
        if (found == null) {
            throw titles == 0 ? ImportProblems.empty() : ImportProblems.noHeaders(kind, firstLine);
        }
        if (rows == 0) {
            throw ImportProblems.empty();
        }
        return found;
    }

    int rows() {
        return rows;
    }

    private void findHeaders(TableRow row) {
        List<String> texts = row.cells().stream().map(TableCell::text).toList();
        var candidate = new Headers(kind, texts);
        boolean enough = candidate.understood() >= 2
                || (candidate.understood() == 1 && candidate.missing().isEmpty());
        if (enough) {
            headers = candidate;
            onHeaders.accept(candidate);
            return;
        }
        if (titles == 0) {
            firstLine = texts;
        }
        if (++titles > MOST_TITLES) {
            throw ImportProblems.noHeaders(kind, firstLine);
        }
    }

    private static ImportRow read(TableRow row, @Nullable Integer duplicateOf) {
        Map<Integer, String> faults = new HashMap<>();
        for (int index = 0; index < row.cells().size(); index++) {
            String fault = row.cells().get(index).fault();
            if (fault != null) {
                faults.put(index, fault);
            }
        }
        return new ImportRow(
                row.line(), row.cells().stream().map(TableCell::text).toList(), faults, duplicateOf);
    }
}
