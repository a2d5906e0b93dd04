package io.dianmai.lead.export;

import io.dianmai.kit.aggregate.Stored;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list that can be had as a file.
 *
 * @param name of the file, without its extension
 * @param zh name of the sheet
 * @param count how many rows it has, counted up to one more than are given
 * @param rows all of them; to be closed
 * @param <S> what a row is made of
 */
public record Export<S>(String name, String zh, List<Field<S>> fields, Counting count, Opening<S> rows) {
    public Export {
        fields = List.copyOf(fields);
    }

    /** Counts rows. */
    @FunctionalInterface
    public interface Counting {
        /** How many there are, at most {@code most}. */
        long upTo(int most);
    }

    /** Opens rows. */
    @FunctionalInterface
    public interface Opening<S> {
        /** The rows, newest first. */
        Stream<Stored<S>> open();
    }

    /**
     * A column of an export.
     *
     * @param en its header in English, as in imports where they know it
     * @param zh its header in Chinese
     * @param value of a row: a text, a number, a truth value, a date or null; times in the zone that is given
     */
    public record Field<S>(String en, String zh, BiFunction<Stored<S>, ZoneId, @Nullable Object> value) {}
}
