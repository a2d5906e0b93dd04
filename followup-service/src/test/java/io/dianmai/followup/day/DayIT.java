package io.dianmai.followup.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.contracts.org.Tier;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.followup.Told;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A day of two advisors, told as it would be and counted by hand. The store is open around the clock, in a zone where it is
 * early afternoon, so that minutes count as they pass and no day ends meanwhile.
 */
@DianmaiTest
class DayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MockMvcTester mvc;
    private final Producer<String, byte[]> producer;
    private final FollowUps followUps;
    private final String store = "day-" + AggregateIds.next();
    private final String li = "li-" + store;
    private final String wang = "wang-" + store;

    @Autowired
    DayIT(MockMvcTester mvc, Producer<String, byte[]> producer, FollowUps followUps) {
        this.mvc = mvc;
        this.producer = producer;
        this.followUps = followUps;
    }

    /**
     * Li has three leads: one answered in time, one answered after it had lapsed and was told so, one that lapsed and waits. A
     * fourth lapsed with li and was handed to wang, who has not answered it either.
     */
    @Test
    void countsWhatTheCountersOfTheGroupCount() {
        publish();
        Told inTime = registered(20);
        Told late = registered(120);
        Told waiting = registered(100);
        Told handed = registered(90);
        lapse(late);
        lapse(waiting);
        lapse(handed);
        tell(inTime.contact(ContactResult.CONNECTED, Told.minutesAgo(1)));
        tell(late.contact(ContactResult.CONNECTED, Told.minutesAgo(1)));
        hand(handed);

        // Due: the one in time, and three lapsed. In time: one. Overdue: the waiting one with li, the handed one with
        // wang.
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(team())
                    .contains(counts("\"advisorId\":\"" + li + "\"", 3, 1, 2, 1, 4, 1))
                    .contains(counts("\"advisorId\":\"" + wang + "\"", 1, 1, 0, 1, 0, 0));
        });
        assertThat(myDay(li))
                .contains("\"doneToday\":2", "\"followUpsOverdue\":1", "\"followUpsDue\":4", "\"followUpsOnTime\":1");
        assertThat(myDay(wang)).contains("\"open\":1", "\"newLeads\":1", handed.leadId());
    }

    @Test
    void isForThoseWhoLeadTheTeamAtTheirOwnStore() {
        publish();
        String path = "/api/team-day?storeId=" + store;
        assertThat(get(path, TestTokens.staff(li, store, Role.SALES_CONSULTANT)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(path, TestTokens.staff("zhao", "another", Role.SALES_MANAGER)))
                .hasStatus(HttpStatus.NOT_FOUND);
        await().atMost(PATIENCE).until(() -> team().contains(li));
        assertThat(body(path + "&teamId=none")).doesNotContain(li);
        assertThat(body(path + "&teamId=team-1")).contains(li).contains(wang);
    }

    private static String counts(String advisor, int open, int overdue, int done, int counted, int due, int onTime) {
        return "%s|%d|%d|%d|%d|%d|%d".formatted(advisor, open, overdue, done, counted, due, onTime);
    }

    /** Each advisor with what was counted, one after another. */
    private String team() {
        String text = body("/api/team-day?storeId=" + store);
        return Pattern.compile("(\"advisorId\":\"[^\"]+\"),\"name\":[^{]*\\{\"open\":(\\d+),\"overdue\":(\\d+)[^}]*"
                        + "\"doneToday\":(\\d+),\"followUpsOverdue\":(\\d+),\"followUpsDue\":(\\d+),"
                        + "\"followUpsOnTime\":(\\d+)")
                .matcher(text)
                .results()
                .map(found -> Stream.iterate(1, group -> group + 1)
                        .limit(7)
                        .map(found::group)
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
    }

    private Told registered(long minutesAgo) {
        var lead = new Told(store, "L-" + AggregateIds.next(), li);
        tell(lead.registered(Told.minutesAgo(minutesAgo)));
        await().atMost(PATIENCE).until(() -> followUps.find(lead.leadId()).isPresent());
        return lead;
    }

    private void lapse(Told lead) {
        var task = followUps.find(lead.leadId()).orElseThrow().state().task();
        Instant due = task.dueAt();
        var fired = new ReminderFired(
                DeadlineKind.FIRST_RESPONSE,
                lead.leadId(),
                1,
                0,
                List.of(),
                List.of(),
                li,
                RungAction.MARK_OVERDUE,
                due,
                due,
                due,
                false,
                null);
        tell(lead.event("/kpi-service", task.taskId(), due, 1, fired));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .orElseThrow()
                        .state()
                        .task()
                        .overdue());
    }

    private void hand(Told lead) {
        LeadDimensions of = lead.dimensions();
        var wangs = new LeadDimensions(of.channel(), of.activityId(), of.model(), wang, of.teamId(), of.registeredAt());
        var handed = new LeadAssigned(wangs, wang, li, AssignmentReason.MANUAL);
        tell(lead.event("/lead-service", lead.leadId(), Told.minutesAgo(0), 2, handed));
    }

    private void publish() {
        var always = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(
                        Function.identity(), _ -> List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
        var published = new StorePublished(
                store,
                "西湖店",
                "east",
                "华东",
                "toyota",
                "丰田",
                Tier.MID,
                afternoon(),
                1,
                1,
                new BusinessHours(always, Set.of(), Map.of()),
                List.of(new Team("team-1", "一组")),
                List.of(
                        new StaffMember(li, "李", List.of(Role.SALES_CONSULTANT), "team-1", null),
                        new StaffMember(wang, "王", List.of(Role.SALES_CONSULTANT), "team-1", null)));
        tell(new Told(store, "none", li).event("/gateway", store, Told.minutesAgo(0), 1, published));
        await().atMost(PATIENCE)
                .until(() -> body("/api/team-day?storeId=" + store).contains(li));
    }

    /** A fixed offset at which it is between one and two in the afternoon. */
    private static String afternoon() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        int offset = 13 - hour;
        return ZoneOffset.ofHours(offset < -12 ? offset + 24 : offset).getId();
    }

    private String myDay(String staffId) {
        return new String(
                get("/api/my-day", TestTokens.staff(staffId, store, Role.SALES_CONSULTANT))
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private String body(String path) {
        return new String(
                get(path, TestTokens.staff("boss", store, Role.SALES_MANAGER))
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(token))
                .exchange();
    }

    private void tell(Envelope<EventData> event) {
        assertThat(producer.send(EventCodec.toRecord(event))).succeedsWithin(PATIENCE);
    }
}
