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
import java.util.stream.IntStream;
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
    private @Nullable Headers perhaps;
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
        take(found, row);
    }

    private void take(Headers found, TableRow row) {
        rows++;
        ImportRow read = read(row, null);
        String reference = found.reference(read);
        Integer earlier = reference == null ? null : references.putIfAbsent(reference, row.line());
        onRow.accept(earlier == null ? read : read(row, earlier));
    }

    /** To be asked for when the file is at its end. */
    Headers headers() {
        Headers first = perhaps;
        Headers found = headers == null && first != null ? begin(first) : headers;
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
        Headers first = perhaps;
        if (first != null) {
            secondLine(first, texts, row);
            return;
        }
        var candidate = new Headers(kind, texts);
        boolean enough = candidate.understood() >= 2
                || (candidate.understood() == 1 && candidate.missing().isEmpty());
        if (enough) {
            if (candidate.unknown().isEmpty()) {
                begin(candidate);
            } else {
                perhaps = candidate;
            }
            return;
        }
        if (titles == 0) {
            firstLine = texts;
        }
        if (++titles > MOST_TITLES) {
            throw ImportProblems.noHeaders(kind, firstLine);
        }
    }

    /** Cells that are merged make two lines of headers: 客户信息 above 姓名 and 电话, beside a 渠道 that is as high as both. */
    private void secondLine(Headers first, List<String> below, TableRow row) {
        List<String> above = first.texts();
        var both = new Headers(
                kind,
                IntStream.range(0, Math.max(above.size(), below.size()))
                        .mapToObj(index -> text(below, index).isEmpty() ? text(above, index) : text(below, index))
                        .toList());
        if (both.unknown().isEmpty() && both.understood() > first.understood()) {
            begin(both);
        } else {
            take(begin(first), row);
        }
    }

    private static String text(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    private Headers begin(Headers found) {
        headers = found;
        onHeaders.accept(found);
        return found;
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
