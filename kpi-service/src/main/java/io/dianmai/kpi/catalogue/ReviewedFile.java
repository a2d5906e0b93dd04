package io.dianmai.kpi.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.Resource;

/**
 * A file of data that people review: CSV in UTF-8, without quotes, one record a line. Whatever is wrong in it is told
 * with its name and line.
 */
final class ReviewedFile {
    private final String name;
    private final String header;
    private final int columns;

    ReviewedFile(String name, String header) {
        this.name = name;
        this.header = header;
        columns = header.split(",").length;
    }

    static Reader open(Resource resource) throws IOException {
        return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException naming the line that does not hold together */
    <T> List<T> read(Reader csv, Function<List<String>, T> record) throws IOException {
        BufferedReader lines = new BufferedReader(csv);
        String first = lines.readLine();
        if (first == null || !header.equals(withoutByteOrderMark(first))) {
            throw new IllegalArgumentException(place(1) + "the header must be " + header);
        }
        List<T> records = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                records.add(record.apply(cells(line)));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(place(number) + wrong.getMessage(), wrong);
            }
        }
        return records;
    }

    private List<String> cells(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns || line.indexOf('"') >= 0) {
            throw new IllegalArgumentException(columns + " cells without quotes are needed");
        }
        return List.of(cells);
    }

    private String place(int line) {
        return name + ", line " + line + ": ";
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    /** Refuses what is there twice. */
    static final class Unique {
        private final String column;
        private final Set<String> seen = new HashSet<>();

        Unique(String column) {
            this.column = column;
        }

        void add(String value) {
            if (!seen.add(value.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(column + " " + value + " is there twice");
            }
        }
    }
}
