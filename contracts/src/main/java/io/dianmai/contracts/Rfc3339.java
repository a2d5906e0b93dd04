package io.dianmai.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads times with an offset. The form in which the platform writes them, {@code 2026-03-10T01:30:00.123Z}, is read by
 * hand: an event has several, and the general parser took more of a replay than counting did.
 */
public final class Rfc3339 {
    private static final int SECONDS_END = "2026-03-10T01:30:00".length();
    private static final int FINEST = 9;
    /** Of any month. */
    private static final int SURE_DAY = 28;

    private static final long SECONDS_PER_DAY = 86_400;

    private Rfc3339() {}

    /** @throws DateTimeParseException when it is no time with an offset */
    public static Instant parse(String text) {
        Instant plain = plain(text);
        return plain == null ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from) : plain;
    }

    /** Reads the form in which the platform writes times; null where it is another one, or no time. */
    public static @Nullable Instant plain(String text) {
        if (!isPlain(text)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (!isDay(year, month, day) || hour >= 24 || minute >= 60 || second >= 60) {
            return null;
        }
        long seconds =
                LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos(text));
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= SURE_DAY || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    /** Whether it has digits, separators and a Z where the plain form has them. */
    private static boolean isPlain(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END || end > SECONDS_END + 1 + FINEST || end == SECONDS_END + 1 || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean fits = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == 'T';
                case 13, 16 -> c == ':';
                case 19 -> c == '.';
                default -> c >= '0' && c <= '9';
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int nanos(String text) {
        int end = text.length() - 1;
        if (end == SECONDS_END) {
            return 0;
        }
        int nanos = digits(text, SECONDS_END + 1, end);
        for (int i = end - SECONDS_END - 1; i < FINEST; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
