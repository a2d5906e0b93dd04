package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.History;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stores that fall silent, on virtual time. The store is open from Monday to Friday, nine to six. */
class EngineSilenceTests {
    private static final Duration TICK = Duration.ofMillis(100);

    private final List<Envelope<ReminderFired>> reminders = new ArrayList<>();
    private final EngineDriver engine = new EngineDriver(at("2026-11-16T00:00"));
    private Instant now = at("2026-11-16T00:00");
    private long published;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aStoreThatFallsSilentRemindsHeadquartersOnce() {
        aLivelyWeek();

        // Heard last on Friday in the minute of 11:00; its usual gap is an hour.
        tickTo("2026-11-20T13:00:59.900");
        assertThat(reminders()).isEmpty();
        tickTo("2026-11-20T13:01:00");
        tickTo("2026-11-25T00:00");

        assertThat(reminders()).singleElement().satisfies(reminder -> {
            assertThat(reminder.storeId()).isEqualTo("S1");
            assertThat(reminder.aggregateId()).isEqualTo("S1:silent");
            assertThat(reminder.sequence()).isEqualTo(1);
            assertThat(reminder.data())
                    .isEqualTo(new ReminderFired(
                            DeadlineKind.STORE_SILENT,
                            "S1",
                            0,
                            0,
                            List.of(Role.GROUP_HQ, Role.OPERATIONS),
                            List.of(),
                            null,
                            RungAction.NOTIFY,
                            at("2026-11-20T13:01"),
                            at("2026-11-20T13:01"),
                            at("2026-11-20T13:01"),
                            false,
                            null));
        });
    }

    @Test
    void nightsAndWeekendsAreNoSilence() {
        aLivelyWeek();
        // The last word on Friday comes shortly before closing time.
        for (String time : List.of("12:00", "13:00", "14:00", "15:00", "16:00", "17:00", "17:30")) {
            hearAt("2026-11-20T" + time);
        }

        tickTo("2026-11-23T10:30");
        assertThat(reminders()).isEmpty();

        // Half an hour on Friday, the rest on Monday: two usual gaps of an hour.
        tickTo("2026-11-23T10:31");
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void beingHeardEndsTheSilenceAndTheNextOneIsReportedAnew() {
        aLivelyWeek();
        tickTo("2026-11-20T14:00");
        assertThat(reminders()).hasSize(1);

        hearAt("2026-11-20T14:00");
        // The silence of three hours belongs to the rhythm now: six hours, four of them on Friday.
        tickTo("2026-11-23T11:00:59.900");
        assertThat(reminders()).hasSize(1);
        tickTo("2026-11-23T11:01");

        assertThat(reminders()).extracting(Envelope::sequence).containsExactly(1L, 2L);
    }

    @Test
    void factsOfTheSameDaySetTheClockAnew() {
        aLivelyWeek();
        for (int minute = 10; minute < 60; minute += 10) {
            hearAt("2026-11-20T11:" + minute);
        }

        tickTo("2026-11-20T13:50:59.900");
        assertThat(reminders()).isEmpty();
        tickTo("2026-11-20T13:51");

        assertThat(reminders())
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.data().dueAt()).isEqualTo(at("2026-11-20T13:51")));
    }

    @Test
    void anEchoOfTheOwnRemindersIsNoSignOfLife() {
        aLivelyWeek();
        tickTo("2026-11-20T12:30");
        pipe("P9", 1, now, new FollowUpOverdue(History.dimensions(Channel.WEB, "A1"), "T9", TaskPurpose.CADENCE, now));

        tickTo("2026-11-20T13:01");

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void anImportIsNoRhythm() {
        publish(weekdays(9, 18));
        tickTo("2026-11-18T10:00");
        // Two weeks of history, told within a minute.
        for (int day = 2; day < 16; day++) {
            Instant happened = at("2026-11-%02dT10:00".formatted(day));
            engine.pipe(new Envelope<>(
                    AggregateIds.next(),
                    URI.create("/test"),
                    "L" + day,
                    happened,
                    "S1",
                    1,
                    now.plusSeconds(day),
                    null,
                    History.registered(Channel.WEB, "A1")));
        }

        tickTo("2026-12-05T00:00");

        assertThat(reminders()).isEmpty();
    }

    @Test
    void otherHoursHoldAtOnce() {
        aLivelyWeek();
        // The gap is as long as it was; what follows is closed until Monday.
        publish(weekdays(9, 12));

        tickTo("2026-11-23T10:00:59.900");
        assertThat(reminders()).isEmpty();
        tickTo("2026-11-23T10:01");

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void longerHoursBringTheReminderForward() {
        aLivelyWeek();
        hearAt("2026-11-20T13:00");
        hearAt("2026-11-20T15:00");
        hearAt("2026-11-20T17:00");

        // Four open hours, one of them on Friday: now the store works on Saturday as well.
        publish(hours(7, 9, 18));
        tickTo("2026-11-21T12:00:59.900");
        assertThat(reminders()).isEmpty();
        tickTo("2026-11-21T12:01");

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void aFactToldLateBringsTheReminderForward() {
        publish(weekdays(9, 18));
        for (int day = 16; day <= 18; day++) {
            hearAt("2026-11-%dT09:00".formatted(day));
            if (day < 18) {
                hearAt("2026-11-%dT12:00".formatted(day));
            }
            hearAt("2026-11-%dT15:00".formatted(day));
            hearAt("2026-11-%dT18:00".formatted(day));
        }
        // So far the gap is six hours. What was accepted at noon on Wednesday makes it three.
        pipe("late", 1, at("2026-11-18T12:00"), History.registered(Channel.WEB, "A1"));

        tickTo("2026-11-19T14:59:59.900");
        assertThat(reminders()).isEmpty();
        tickTo("2026-11-19T15:00");

        assertThat(reminders()).hasSize(1);
    }

    /** Heard from nine to five at every full hour, and on Friday until eleven. */
    private void aLivelyWeek() {
        publish(weekdays(9, 18));
        for (int day = 16; day <= 20; day++) {
            for (int hour = 9; hour <= (day == 20 ? 11 : 17); hour++) {
                hearAt("2026-11-%dT%02d:00".formatted(day, hour));
            }
        }
        assertThat(reminders()).isEmpty();
    }

    private void hearAt(String local) {
        tickTo(local);
        pipe("L" + local, 1, now.plusSeconds(7), History.registered(Channel.WEB, "A1"));
    }

    private void publish(BusinessHours hours) {
        var store = new StorePublished(
                "S1", "店", "R1", "East", "B1", "Brand", Tier.MID, "Asia/Shanghai", 10, 30, hours, List.of(), List.of());
        pipe("S1", ++published, now, store);
    }

    private void pipe(String aggregate, long sequence, Instant recorded, EventData data) {
        engine.pipe(new Envelope<>(
                AggregateIds.next(), URI.create("/test"), aggregate, recorded, "S1", sequence, recorded, null, data));
    }

    /** Moves time on in one leap, and looks a tick before the end and at it. */
    private void tickTo(String local) {
        Duration left = Duration.between(now, at(local));
        if (left.compareTo(TICK) > 0) {
            advance(left.minus(TICK));
        }
        advance(TICK);
    }

    private void advance(Duration time) {
        engine.advance(time);
        now = now.plus(time);
    }

    private List<Envelope<ReminderFired>> reminders() {
        engine.reminders().stream()
                .filter(reminder -> reminder.data().kind() == DeadlineKind.STORE_SILENT)
                .forEach(reminders::add);
        return reminders;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static BusinessHours weekdays(int opens, int closes) {
        return hours(5, opens, closes);
    }

    private static BusinessHours hours(int days, int opens, int closes) {
        var window = List.of(new Window(LocalTime.of(opens, 0), LocalTime.of(closes, 0)));
        return new BusinessHours(
                Stream.of(DayOfWeek.values()).limit(days).collect(Collectors.toMap(Function.identity(), _ -> window)),
                Set.<LocalDate>of(),
                Map.of());
    }
}
