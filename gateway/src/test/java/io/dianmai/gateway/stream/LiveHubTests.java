package io.dianmai.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.test.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveHubTests {
    /** Ten in the evening of the 20th in UTC is the 21st in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-20T22:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final StreamSettings SETTINGS =
            new StreamSettings(Duration.ofSeconds(15), Duration.ofMinutes(30), 3, 10, 10);

    private final MutableClock clock = new MutableClock(NOW);
    private final LiveHub hub = new LiveHub(_ -> ZoneId.of("Asia/Shanghai"), clock, SETTINGS);

    @Test
    void beginsWithTodaysRowsOfTheViewersStores() throws InterruptedException {
        publish("s1", TODAY, 3);
        publish("s1", TODAY.minusDays(1), 9);
        publish("s2", TODAY, 4);
        assertThat(next(open(staff("s1"), null)))
                .contains("event: snapshot")
                .contains("{\"rows\":[{\"storeId\":\"s1\",\"period\":\"2026-11-21\",\"totals\":{\"orders\":3}}]}")
                .endsWith("\n\n");
        assertThat(next(open(headquarters(), null))).contains("\"s1\"", "\"s2\"");
    }

    @Test
    void forgetsTheRowsOfADayThatIsOver() throws InterruptedException {
        publish("s1", TODAY, 3);
        clock.advance(Duration.ofDays(1));
        assertThat(next(open(headquarters(), null))).contains("{\"rows\":[]}");
    }

    @Test
    void sendsOnlyWhatTheViewerMaySee() throws InterruptedException {
        Subscription stream = open(staff("s1"), null);
        next(stream);
        publish("s2", TODAY, 1);
        publish("s1", TODAY, 2);
        assertThat(next(stream)).contains("event: kpi-row", "\"storeId\":\"s1\"");
        assertThat(stream.isDrained()).isTrue();
    }

    @Test
    void tellsAnAdvisorOnlyOfTheirOwnReminders() throws InterruptedException {
        Subscription advisor = open(staff("s1"), null);
        Subscription manager = open(person(Role.SALES_MANAGER, "m", StoreScope.of(Set.of("s1"))), null);
        next(advisor);
        next(manager);
        hub.publish(reminder("s1", "somebody-else"));
        hub.publish(reminder("s1", "me"));
        hub.publish(reminder("s2", "me"));
        assertThat(next(advisor))
                .contains("event: reminder", "\"id\":\"deadline-1:1\"", "\"ownerId\":\"me\"", "\"kind\":\"FOLLOW_UP\"");
        assertThat(advisor.isDrained()).isTrue();
        assertThat(next(manager)).contains("somebody-else");
        assertThat(next(manager)).contains("\"storeId\":\"s1\"");
        assertThat(manager.isDrained()).isTrue();
    }

    @Test
    void tellsHeadquartersOfASilentStoreAndTheStoresAdvisorsNot() throws InterruptedException {
        Subscription advisor = open(staff("s1"), null);
        Subscription headquarters = open(headquarters(), null);
        next(advisor);
        next(headquarters);

        hub.publish(silence("s1"));

        assertThat(next(headquarters))
                .contains("event: reminder", "\"id\":\"s1:silent:1\"", "\"kind\":\"STORE_SILENT\"")
                .contains("\"audience\":[\"GROUP_HQ\",\"OPERATIONS\"]");
        assertThat(advisor.isDrained()).isTrue();
    }

    @Test
    void goesOnAfterTheLastEventThatWasSeen() throws InterruptedException {
        Subscription stream = open(headquarters(), null);
        publish("s1", TODAY, 1);
        publish("s1", TODAY, 2);
        next(stream);
        String seen = id(next(stream));
        Subscription again = open(headquarters(), seen);
        assertThat(next(again)).contains("event: kpi-row", "\"orders\":2");
        assertThat(again.isDrained()).isTrue();
    }

    @Test
    void beginsAfreshWhereTheLastEventIsNotKnownAnyMore() throws InterruptedException {
        Subscription stream = open(headquarters(), null);
        String seen = id(next(stream));
        for (int event = 0; event < 11; event++) {
            publish("s1", TODAY, event);
        }
        assertThat(next(open(headquarters(), seen))).contains("event: snapshot");
        assertThat(next(open(headquarters(), "ffffffff-3"))).contains("event: snapshot");
    }

    @Test
    void dropsAClientThatIsTooSlow() {
        Subscription slow = open(headquarters(), null);
        for (int event = 0; event < 30; event++) {
            publish("s1", TODAY, event);
        }
        assertThat(slow.ended()).isTrue();
        assertThat(hub.streams()).isZero();
    }

    @Test
    void opensNoMoreThanItMay() {
        for (int stream = 0; stream < 3; stream++) {
            open(headquarters(), null);
        }
        assertThat(hub.subscribe(headquarters(), null)).isEmpty();
    }

    @Test
    void endsAllWhenItCloses() {
        Subscription stream = open(headquarters(), null);
        hub.close();
        assertThat(stream.ended()).isTrue();
        assertThat(hub.subscribe(headquarters(), null)).isEmpty();
    }

    private void publish(String storeId, LocalDate day, long orders) {
        hub.publish(new LiveEvent.Row(storeId, day, Map.of("orders", orders)));
    }

    private Subscription open(Viewer viewer, @Nullable String lastEventId) {
        return hub.subscribe(viewer, lastEventId).orElseThrow();
    }

    private static String next(Subscription stream) throws InterruptedException {
        byte[] bytes = stream.next(Duration.ZERO);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String id(String frame) {
        return frame.lines().findFirst().orElseThrow().substring("id: ".length());
    }

    private static Viewer headquarters() {
        return person(Role.GROUP_HQ, "hq", StoreScope.of(Set.of("*")));
    }

    private static Viewer staff(String storeId) {
        return person(Role.SALES_CONSULTANT, "me", StoreScope.of(Set.of(storeId)));
    }

    private static Viewer person(Role role, String staffId, StoreScope stores) {
        return new Viewer(staffId, Set.of(role), stores, staffId, null);
    }

    private static LiveEvent.Reminder reminder(String storeId, String ownerId) {
        return new LiveEvent.Reminder(
                storeId,
                "deadline-1",
                1,
                new ReminderFired(
                        DeadlineKind.FOLLOW_UP,
                        "plan-1",
                        0,
                        0,
                        List.of(Role.SALES_MANAGER),
                        List.of(),
                        ownerId,
                        RungAction.NOTIFY,
                        NOW,
                        NOW,
                        NOW,
                        false,
                        null));
    }

    @Test
    void concernsWhoeverHeardOfIt() {
        var told = new ReminderFired(
                DeadlineKind.FOLLOW_UP,
                "plan-1",
                2,
                1440,
                List.of(Role.PARTS_MANAGER),
                List.of("me"),
                null,
                RungAction.NOTIFY,
                NOW,
                NOW,
                NOW,
                false,
                null);
        var digest = new ReminderDigest(List.of(), List.of(), List.of("me"), NOW, NOW, 0);
        List<LiveEvent> events = List.of(
                new LiveEvent.Reminder("s1", "deadline-1", 1, told),
                new LiveEvent.Digest("s1", "digest-1", NOW, digest));

        assertThat(events).allSatisfy(event -> {
            assertThat(event.concerns(staff("s1"))).isTrue();
            assertThat(event.concerns(headquarters())).isTrue();
            assertThat(event.concerns(staff("s2"))).isFalse();
            assertThat(event.concerns(person(Role.SALES_CONSULTANT, "other", StoreScope.of(Set.of("s1")))))
                    .isFalse();
        });
    }

    private static LiveEvent.Reminder silence(String storeId) {
        return new LiveEvent.Reminder(
                storeId,
                storeId + ":silent",
                1,
                new ReminderFired(
                        DeadlineKind.STORE_SILENT,
                        storeId,
                        0,
                        0,
                        List.of(Role.GROUP_HQ, Role.OPERATIONS),
                        List.of(),
                        null,
                        RungAction.NOTIFY,
                        NOW,
                        NOW,
                        NOW,
                        false,
                        null));
    }
}
