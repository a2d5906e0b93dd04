package io.dianmai.lead.timeline;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One document of a timeline: what happened with a lead in one month (UTC). Its id is known without asking, when it is
 * written and when it is read.
 */
final class Chunk {
    private Chunk() {}

    /** Where something belongs that happened then; what is told to have happened before the lead was on file stands with that. */
    static String idOf(String leadId, Instant time, @Nullable Instant registeredAt) {
        Instant place = registeredAt != null && registeredAt.isAfter(time) ? registeredAt : time;
        return id(leadId, month(place));
    }

    /** All chunks there can be of a lead: since the month before it was on file, for a visit may come first. */
    static List<String> idsOf(String leadId, Instant registeredAt, Instant now) {
        YearMonth last = month(now).plusMonths(1);
        return Stream.iterate(
                        month(registeredAt).minusMonths(1), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> id(leadId, month))
                .toList();
    }

    private static String id(String leadId, YearMonth month) {
        return leadId + ':' + month;
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atZone(ZoneOffset.UTC));
    }
}
