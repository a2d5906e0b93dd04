package io.dianmai.kpi.delivery.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** English. */
final class EnglishPhrases implements Phrases {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    @Override
    public String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    @Override
    public String when(Duration left) {
        long minutes = Phrases.minutes(left);
        if (minutes == 0) {
            return "due now";
        }
        return left.isNegative() ? "overdue by " + span(minutes) : "due in " + span(minutes);
    }

    private static String span(long minutes) {
        long days = minutes / 1440;
        long hours = minutes / 60 % 24;
        return days > 0
                ? both(unit(days, "day"), unit(hours, "hour"))
                : both(unit(hours, "hour"), unit(minutes % 60, "minute"));
    }

    private static String both(String larger, String smaller) {
        return larger.isEmpty() || smaller.isEmpty() ? larger + smaller : larger + ' ' + smaller;
    }

    private static String unit(long count, String name) {
        return count == 0 ? "" : count + " " + name + (count == 1 ? "" : "s");
    }

    @Override
    public String list(List<String> names) {
        return String.join(", ", names);
    }

    @Override
    public String count(String name, int count) {
        return name + ": " + count;
    }

    @Override
    public String others(int count) {
        return count + " more";
    }

    @Override
    public String more(int count) {
        return "… and " + count + " more";
    }

    @Override
    public String test(String title) {
        return "Test. " + title;
    }

    @Override
    public String late() {
        return "(This reminder is late.)";
    }
}
