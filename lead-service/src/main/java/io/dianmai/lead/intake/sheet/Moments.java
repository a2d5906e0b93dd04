package io.dianmai.lead.intake.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times as people and systems write them, in a store's zone unless they tell another. */
public final class Moments {
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年])(\\d{1,2})(?:[-/.月])(\\d{1,2})日?|" + "(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile(
            "(上午|下午|晚上)?(\\d{1,2})[:时点](\\d{1,2})分?(?::?(\\d{1,2})秒?)?(?:\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})?");
    /** As spreadsheets count days, from 1927 to 2099: what is left of a date whose format was lost. */
    private static final Pattern SERIAL = Pattern.compile("[1-7]\\d{4}(?:\\.\\d{1,15})?");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal MINUTES =
            BigDecimal.valueOf(Duration.ofDays(1).toMinutes());
    private static final int HALF_DAY = 12;

    private Moments() {}

    /** Empty when it is no day, or none that there is. A day without a time begins at midnight. */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher day = DAY.matcher(plain);
        if (!day.lookingAt()) {
            return SERIAL.matcher(plain).matches() ? Optional.of(serial(plain, zone)) : Optional.empty();
        }
        String rest = plain.substring(day.end()).strip();
        try {
            LocalDate date = date(day);
            return rest.isEmpty()
                    ? Optional.of(date.atStartOfDay(zone).toInstant())
                    : time(rest.startsWith("T") ? rest.substring(1) : rest, date, zone);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Instant serial(String days, ZoneId zone) {
        BigDecimal minutes = new BigDecimal(days).multiply(MINUTES).setScale(0, RoundingMode.HALF_UP);
        return DAY_ZERO.atStartOfDay()
                .plusMinutes(minutes.longValueExact())
                .atZone(zone)
                .toInstant();
    }

    private static LocalDate date(Matcher day) {
        int group = day.group(1) == null ? 4 : 1;
        return LocalDate.of(
                Integer.parseInt(day.group(group)),
                Integer.parseInt(day.group(group + 1)),
                Integer.parseInt(day.group(group + 2)));
    }

    private static Optional<Instant> time(String text, LocalDate date, ZoneId zone) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = hour(Integer.parseInt(time.group(2)), time.group(1));
        int second = time.group(4) == null ? 0 : Integer.parseInt(time.group(4));
        var local = LocalDateTime.of(date, LocalTime.of(hour, Integer.parseInt(time.group(3)), second));
        String offset = time.group(5);
        return Optional.of(
                local.atZone(offset == null ? zone : ZoneOffset.of(offset)).toInstant());
    }

    private static int hour(int hour, @Nullable String half) {
        boolean later = half != null && !half.equals("上午");
        return later && hour < HALF_DAY ? hour + HALF_DAY : hour;
    }
}
