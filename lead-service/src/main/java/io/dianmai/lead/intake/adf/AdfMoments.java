package io.dianmai.lead.intake.adf;

import io.dianmai.lead.intake.sheet.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as senders write them: ISO 8601, as ADF asks for, with or without a zone; and as they come from databases and mail
 * programs. {@code 3/4/2026} is the fourth of March, as the format is American.
 */
final class AdfMoments {
    private static final List<DateTimeFormatter> COMMON = List.of(
            of("EEE, d MMM yyyy HH:mm:ss z"),
            of("EEE, d MMM yyyy HH:mm:ss xx"),
            of("EEE MMM d HH:mm:ss z yyyy"),
            of("EEE MMM d yyyy HH:mm:ss 'GMT'xx"),
            of("yyyy-M-d['T'][ ]h:mm[:ss] a"),
            of("yyyy-M-d['T'][ ]H:mm[:ss] z"),
            of("yyyy-M-d'T'H:mm:ssx"),
            of("M/d/yyyy[[ ]['T']h:mm[:ss] a]"),
            of("M/d/yyyy[ H:mm[:ss]]"),
            of("d/M/yyyy[ H:mm[:ss]]"),
            of("d-MMM-yyyy[ H:mm[:ss]]"),
            of("d MMM yyyy[ H:mm[:ss]]"),
            of("MMM d, yyyy[ h:mm[:ss] a]"),
            of("MMMM d, yyyy[ h:mm[:ss] a]"),
            of("yyyyMMdd'T'HHmmss[X]"),
            of("yyyyMMddHHmmss"));

    /** What some browsers put behind a time, and what is left of an offset that was cut off. */
    private static final Pattern TRAILING = Pattern.compile("\\s*\\([^)]*\\)$|(?<=[+-]\\d{2}):\\d?$");

    private static final Pattern EPOCH = Pattern.compile("\\d{10}(\\d{3})?");

    private static final int SECONDS = 10;

    private AdfMoments() {}

    static Optional<Instant> parse(String text, ZoneId zone) {
        String plain = TRAILING.matcher(text.strip()).replaceFirst("");
        Optional<Instant> iso = Moments.parse(plain, zone).or(() -> epoch(plain));
        return iso.isPresent()
                ? iso
                : COMMON.stream()
                        .flatMap(format -> parse(plain, format, zone).stream())
                        .findFirst();
    }

    /** Seconds or milliseconds since 1970. */
    private static Optional<Instant> epoch(String text) {
        if (!EPOCH.matcher(text).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return Optional.of(text.length() > SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            TemporalAccessor read = format.parseBest(
                    text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (read) {
                        case LocalDate day -> day.atStartOfDay(zone).toInstant();
                        case LocalDateTime time -> time.atZone(zone).toInstant();
                        default -> Instant.from(read);
                    });
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter of(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
