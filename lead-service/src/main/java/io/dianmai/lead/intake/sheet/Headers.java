package io.dianmai.lead.intake.sheet;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the headers of a file were understood as. */
public final class Headers {
    /** Units and remarks behind a header, 价格(元), and whatever people put around it. */
    private static final Pattern REMARKS = Pattern.compile("\\(.*?\\)|\\[.*?]|【.*?】");

    private static final Pattern FILLERS = Pattern.compile("[\\s*_:/.\\p{Pd}]");
    private static final int LETTERS = 26;

    /** What a file of bad rows calls its column of reasons; such a file may come back corrected. */
    public static final String REASON = "import error";

    public static final String REASON_ZH = "错误原因";

    private final ImportKind kind;
    private final List<String> texts;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> twice = new LinkedHashSet<>();

    /**
     * One header.
     *
     * @param column letters of the column, as spreadsheets call it
     * @param text as it stands in the file
     * @param meaning the key of the column it was understood as; absent for none
     * @param meaningZh the same in Chinese
     */
    public record Header(
            String column,
            String text,
            @Nullable String meaning,
            @Nullable String meaningZh) {}

    /** Reads a line of headers. */
    public Headers(ImportKind kind, List<String> texts) {
        this.kind = kind;
        this.texts = List.copyOf(texts);
        Map<String, Column> names = names(kind);
        for (int index = 0; index < texts.size(); index++) {
            Column column = names.get(plain(texts.get(index)));
            if (column != null && places.putIfAbsent(column.key(), index) != null) {
                twice.add(column.zh() + " " + column.key());
            }
        }
    }

    /** Every header that is understood in lists of a kind, in its plain form. */
    static Map<String, Column> names(ImportKind kind) {
        Map<String, Column> names = new HashMap<>();
        for (Column column : kind.columns()) {
            Stream.concat(Stream.of(column.key(), column.zh()), column.aliases().stream())
                    .map(Headers::plain)
                    .distinct()
                    .forEach(name -> {
                        if (names.put(name, column) != null) {
                            throw new IllegalStateException(name + " would stand for two columns");
                        }
                    });
        }
        return names;
    }

    static String plain(String header) {
        String text = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return FILLERS.matcher(REMARKS.matcher(text).replaceAll("")).replaceAll("");
    }

    /** How many were understood: a line of which hardly any is understood is no line of headers. */
    public int understood() {
        return places.size();
    }

    /** What they were understood as, in the order of the file. */
    public List<Header> all() {
        Map<Integer, Column> meanings = new HashMap<>();
        for (Column column : kind.columns()) {
            Integer place = places.get(column.key());
            if (place != null) {
                meanings.put(place, column);
            }
        }
        return IntStream.range(0, texts.size())
                .filter(index -> !texts.get(index).isBlank())
                .mapToObj(index -> header(index, meanings.get(index)))
                .toList();
    }

    /** Headers that no column is called; their cells are not taken. */
    public List<String> unknown() {
        return all().stream()
                .filter(header -> header.meaning() == null && !harmless(header.text()))
                .map(Header::text)
                .toList();
    }

    private boolean harmless(String text) {
        String plain = plain(text);
        return plain.equals(plain(REASON))
                || plain.equals(REASON_ZH)
                || names(kind).containsKey(plain);
    }

    /** Columns that every row needs and that the file does not have. */
    public List<String> missing() {
        return kind.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.key()))
                .map(column -> column.zh() + " " + column.key())
                .toList();
    }

    /** Columns that more than one header means. */
    public List<String> twice() {
        return List.copyOf(twice);
    }

    /** As they stand in the file. */
    public List<String> texts() {
        return texts;
    }

    /** Where a column stands; null where the file does not have it. */
    @Nullable
    Integer place(Column column) {
        return places.get(column.key());
    }

    /** The reference that a row has, if it has one. */
    public @Nullable String reference(ImportRow row) {
        Integer place = place(kind.reference());
        String text = place == null ? "" : row.cell(place);
        return text.isEmpty() ? null : text;
    }

    private Header header(int index, @Nullable Column meaning) {
        return new Header(
                letters(index),
                texts.get(index),
                meaning == null ? null : meaning.key(),
                meaning == null ? null : meaning.zh());
    }

    /** A for the first column. */
    static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }
}
