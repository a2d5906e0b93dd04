package io.dianmai.kpi.target.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.table.TableCell;
import io.dianmai.kit.table.TableRow;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The first row of a file: which column holds which field of a {@link io.dianmai.kpi.target.PlanDraft}. Titles are
 * Chinese or English, in any order.
 */
final class ImportHeader {
    static final String STORE = "storeId";
    static final String WHAT = "what";
    static final String OWNER = "owner";
    static final String YEAR = "year";
    static final String FROM = "effectiveFrom";
    static final String TOTAL = "total";
    static final int MONTHS = 12;

    /** As the template has them. */
    static final List<String> TITLES = Stream.of(
                    Stream.of("门店", "指标", "归属", "年度", "生效日期", "全年"),
                    IntStream.rangeClosed(1, MONTHS).mapToObj(month -> month + "月"))
            .flatMap(titles -> titles)
            .toList();

    private static final String ENGLISH = "store, what, owner, year, effectiveFrom, total, 1 to 12";
    private static final ProblemType WRONG = ProblemType.of(
            "target-file-header", "The file's titles are not as expected", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final Map<String, String> FIELDS = fields();

    private final Map<String, Integer> places;
    private final Map<String, String> titles;

    private ImportHeader(Map<String, Integer> places, Map<String, String> titles) {
        this.places = places;
        this.titles = titles;
    }

    /**
     * Reads the titles.
     *
     * @throws ProblemException naming every title that is unknown, twice there or missing
     */
    static ImportHeader read(TableRow row) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> titles = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String title = row.cell(column).text();
            String field = FIELDS.get(normal(title));
            if (field == null) {
                wrong.add("\"" + title + "\" is unknown");
            } else if (places.putIfAbsent(field, column) != null) {
                wrong.add("\"" + title + "\" is there twice");
            } else {
                titles.put(field, title);
            }
        }
        wrong.addAll(missing(places));
        if (!wrong.isEmpty()) {
            throw wrong(String.join(", ", wrong));
        }
        return new ImportHeader(places, titles);
    }

    static ProblemException wrong(String what) {
        return new ProblemException(
                WRONG,
                "In the first row " + what + ".",
                Map.of("expected", TITLES, "expectedEnglish", List.of(ENGLISH.split(", "))));
    }

    private static List<String> missing(Map<String, Integer> places) {
        List<String> missing = new ArrayList<>();
        Stream.of(STORE, WHAT, YEAR)
                .filter(field -> !places.containsKey(field))
                .forEach(field -> missing.add("the column for " + field + " is missing"));
        boolean anyMonth = IntStream.range(0, MONTHS).anyMatch(month -> places.containsKey(month(month)));
        boolean allMonths = IntStream.range(0, MONTHS).allMatch(month -> places.containsKey(month(month)));
        if (anyMonth ? !allMonths : !places.containsKey(TOTAL)) {
            missing.add("either all twelve months or the year's total are missing");
        }
        return missing;
    }

    /** The field of a month, from 0. */
    static String month(int index) {
        return "months/" + index;
    }

    /** The cell of a field; an empty one when the file has no such column. */
    TableCell cell(TableRow row, String field) {
        Integer place = places.get(field);
        return place == null ? row.cell(Integer.MAX_VALUE) : row.cell(place);
    }

    /** What the file calls a field; null when it has no such column. */
    @Nullable
    String title(String field) {
        return titles.get(field);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields =
                new HashMap<>(Map.of("门店", STORE, "指标", WHAT, "归属", OWNER, "年度", YEAR, "生效日期", FROM, "全年", TOTAL));
        fields.putAll(Map.of(
                "store", STORE, "what", WHAT, "owner", OWNER, "year", YEAR, "effectivefrom", FROM, "total", TOTAL));
        for (int month = 1; month <= MONTHS; month++) {
            fields.put(month + "月", month(month - 1));
            fields.put(String.valueOf(month), month(month - 1));
        }
        return Map.copyOf(fields);
    }

    private static String normal(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
