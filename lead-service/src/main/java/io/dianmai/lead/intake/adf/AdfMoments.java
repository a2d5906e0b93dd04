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

/**
 * Times as senders write them: ISO 8601, as ADF asks for, with or without a zone; and as they come from databases and mail
 * programs. {@code 3/4/2026} is the fourth of March, as the format is American.
 */
final class AdfMoments {
    private static final List<DateTimeFormatter> COMMON = List.of(
            of("EEE, d MMM yyyy HH:mm:ss z"),
            of("EEE, d MMM yyyy HH:mm:ss xx"),
            of("EEE MMM d HH:mm:ss z yyyy"),
            of("M/d/yyyy[[ ]['T']h:mm[:ss] a]"),
            of("M/d/yyyy[ H:mm[:ss]]"),
            of("d/M/yyyy[ H:mm[:ss]]"),
            of("d-MMM-yyyy[ H:mm[:ss]]"),
            of("d MMM yyyy[ H:mm[:ss]]"),
            of("MMM d, yyyy[ h:mm[:ss] a]"),
            of("MMMM d, yyyy[ h:mm[:ss] a]"),
            of("yyyyMMdd'T'HHmmss[X]"),
            of("yyyyMMddHHmmss"));

    private AdfMoments() {}

    static Optional<Instant> parse(String text, ZoneId zone) {
        Optional<Instant> iso = Moments.parse(text, zone);
        return iso.isPresent()
                ? iso
                : COMMON.stream()
                        .flatMap(format -> parse(text.strip(), format, zone).stream())
                        .findFirst();
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
