package io.dianmai.kit.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Cursors of lists that are ordered in a way of their own: the last item's place, as a text for the caller to give back. */
public final class Cursors {
    private static final String BETWEEN = "\n";

    private Cursors() {}

    /** The cursor of a place that is told by these parts, none of which has a line break. */
    public static String of(Object... parts) {
        String place = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts that a cursor was made of.
     *
     * @throws ProblemException 400 when no cursor of so many parts was ever given
     */
    public static List<String> read(String cursor, int parts) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> read = List.of(place.split(BETWEEN, -1));
            if (read.size() == parts) {
                return read;
            }
        } catch (IllegalArgumentException garbled) {
            throw garbled();
        }
        throw garbled();
    }

    /** The same number that went into a cursor. */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException garbled) {
            throw garbled();
        }
    }

    private static ProblemException garbled() {
        return ProblemException.invalid(
                List.of(new Violation("cursor", "Must be taken from next of the page before.")));
    }
}
