package io.dianmai.gateway.registry;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.table.TableCell;
import io.dianmai.kit.table.TableRow;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * The first row of a file: which column is where. Titles are Chinese or English, in any order.
 *
 * @param titles all of them, as the file has them
 */
record SheetHeader(Sheet sheet, Map<SheetColumn, Integer> places, List<String> titles) {
    /** Title of what {@link SheetFile#refused} adds: the file may be sent with it. */
    static final String REASONS = "原因";

    private static final ProblemType WRONG = ProblemType.of(
            "registry-file-header", "The file's titles are not as expected", HttpStatus.UNPROCESSABLE_CONTENT);

    /** @throws ProblemException naming every title that is unknown, twice there or missing */
    static SheetHeader read(Sheet sheet, TableRow row) {
        Map<SheetColumn, Integer> places = new EnumMap<>(SheetColumn.class);
        List<String> wrong = new ArrayList<>();
        List<String> titles = row.cells().stream().map(TableCell::text).toList();
        for (int place = 0; place < titles.size(); place++) {
            String title = titles.get(place);
            Optional<SheetColumn> column = column(sheet, title);
            if (title.equals(REASONS)) {
                continue;
            }
            if (column.isEmpty()) {
                wrong.add("\"" + title + "\" is unknown");
            } else if (places.putIfAbsent(column.get(), place) != null) {
                wrong.add("\"" + title + "\" is there twice");
            }
        }
        sheet.needed().stream()
                .filter(column -> !places.containsKey(column))
                .forEach(column -> wrong.add("\"" + column.zh() + "\" is missing"));
        if (!wrong.isEmpty()) {
            throw wrong(sheet, String.join(", ", wrong));
        }
        return new SheetHeader(sheet, places, titles);
    }

    static ProblemException wrong(Sheet sheet, String what) {
        return new ProblemException(
                WRONG,
                "In the first row " + what + ".",
                Map.of(
                        "expected",
                        sheet.columns().stream().map(SheetColumn::zh).toList(),
                        "expectedEnglish",
                        sheet.columns().stream().map(SheetColumn::en).toList()));
    }

    boolean has(SheetColumn column) {
        return places.containsKey(column);
    }

    /** An empty one when the file has no such column. */
    TableCell cell(TableRow row, SheetColumn column) {
        return row.cell(places.getOrDefault(column, Integer.MAX_VALUE));
    }

    /** What the file calls a column, or a property of the store's JSON; the name itself where it has neither. */
    String title(String property) {
        return places.entrySet().stream()
                .filter(place -> place.getKey().en().equals(property))
                .map(place -> titles.get(place.getValue()))
                .findFirst()
                .orElse(property);
    }

    private static Optional<SheetColumn> column(Sheet sheet, String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return sheet.columns().stream()
                .filter(column -> column.zh().equals(plain)
                        || column.en().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }
}
