package io.dianmai.followup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.org.Role;
import io.dianmai.followup.Told;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DianmaiTest
class FollowUpApiIT {
    private static final String CONNECTED = "{\"medium\": \"CALL\", \"result\": \"CONNECTED\"}";

    private final MockMvcTester mvc;
    private final FollowUps followUps;
    /** A store for each test. */
    private final String store = "api-" + AggregateIds.next();

    private final Told lead = Told.ofNewLead(store);
    private final String consultant = TestTokens.staff(lead.advisorId(), store, Role.SALES_CONSULTANT);

    @Autowired
    FollowUpApiIT(MockMvcTester mvc, FollowUps followUps) {
        this.mvc = mvc;
        this.followUps = followUps;
    }

    @Test
    void logsAContactOncePerKey() {
        register(lead, Told.minutesAgo(10));
        assertThat(post(contactsOf(lead), consultant, CONNECTED, "key-1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.openTask.purpose", purpose -> purpose.assertThat().isEqualTo("CADENCE"))
                .hasPathSatisfying(
                        "$.lastDone.purpose", purpose -> purpose.assertThat().isEqualTo("FIRST_RESPONSE"))
                .hasPathSatisfying(
                        "$.contacts.length()", length -> length.assertThat().isEqualTo(1));
        assertThat(post(contactsOf(lead), consultant, CONNECTED, "key-1"))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"2\"")
                .bodyJson()
                .hasPathSatisfying(
                        "$.contacts.length()", length -> length.assertThat().isEqualTo(1));
    }

    @Test
    void refusesContactsWithAPointerToWhatIsWrong() {
        register(lead, Told.minutesAgo(10));
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        assertThat(post(contactsOf(lead), consultant, "{\"medium\": \"CALL\"}", null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"/result\"");
        assertThat(post(contactsOf(lead), consultant, "{\"medium\": \"PIGEON\", \"result\": \"CONNECTED\"}", null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"/medium\"");
        assertThat(post(contactsOf(lead), consultant, withField(CONNECTED, "time", tomorrow), null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"/time\"");
        assertThat(post(
                        contactsOf(lead),
                        consultant,
                        withField(CONNECTED, "nextContactAt", "2020-01-01T00:00:00Z"),
                        null))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("next-contact-in-the-past");
    }

    @Test
    void movesATaskButNotIntoThePast() {
        register(lead, Told.minutesAgo(10));
        String tomorrow = Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        assertThat(post(rescheduleOf(lead), consultant, moved(tomorrow), null))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.openTask.dueAt", dueAt -> dueAt.assertThat().isEqualTo(tomorrow));
        assertThat(post(rescheduleOf(lead), consultant, moved("2020-01-01T00:00:00Z"), null))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void listsByDueTimePageByPage() {
        Told other = Told.ofNewLead(store);
        register(lead, Told.minutesAgo(10));
        register(other, Told.minutesAgo(5_000));
        MvcTestResult page = get("/api/follow-ups?limit=1&storeId=" + store, consultant);
        assertThat(page)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].leadId", id -> id.assertThat().isEqualTo(other.leadId()));
        String cursor = bodyOf(page).replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(get("/api/follow-ups?limit=1&storeId=" + store + "&cursor=" + cursor, consultant))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].leadId", id -> id.assertThat().isEqualTo(lead.leadId()))
                .doesNotHavePath("$.next");
        assertThat(get("/api/follow-ups?cursor=made-up", consultant)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void listsByState() {
        Told lapsed = Told.ofNewLead(store);
        register(lead, Told.minutesAgo(0));
        register(lapsed, Told.minutesAgo(5_000));
        assertThat(leadIds("?state=overdue")).containsExactly(lapsed.leadId());
        assertThat(leadIds("?state=open")).containsExactly(lapsed.leadId(), lead.leadId());
        assertThat(leadIds("?state=done")).isEmpty();
        post(contactsOf(lapsed), consultant, CONNECTED, null);
        assertThat(leadIds("?state=done")).containsExactly(lapsed.leadId());
        assertThat(leadIds("?state=overdue")).isEmpty();
        assertThat(leadIds("?advisorId=somebody")).isEmpty();
        assertThat(leadIds("?dueBefore=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(get("/api/follow-ups?state=lost", consultant)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsAnAdvisorsDay() {
        Told lapsed = Told.ofNewLead(store);
        register(lapsed, Told.minutesAgo(5_000));
        register(lead, Told.minutesAgo(10));
        post(contactsOf(lead), consultant, CONNECTED, null);
        assertThat(get("/api/my-day", consultant))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.overdue[0].leadId", id -> id.assertThat().isEqualTo(lapsed.leadId()))
                .hasPathSatisfying(
                        "$.today.length()", length -> length.assertThat().isEqualTo(0))
                .hasPathSatisfying("$.next[0].leadId", id -> id.assertThat().isEqualTo(lead.leadId()));
        assertThat(get("/api/my-day", TestTokens.storeSystem(store))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void isClosedToWrongTokens() {
        register(lead, Told.minutesAgo(10));
        String path = "/api/follow-ups/" + lead.leadId();
        assertThat(mvc.get().uri(path)).hasStatus(HttpStatus.UNAUTHORIZED);
        String stranger = TestTokens.staff("zhao", "api-other", Role.SALES_MANAGER);
        assertThat(get(path, stranger)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(contactsOf(lead), stranger, CONNECTED, null)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(rescheduleOf(lead), stranger, moved("2030-01-01T00:00:00Z"), null))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(bodyOf(get("/api/follow-ups?storeId=" + store, stranger))).doesNotContain(lead.leadId());
        String technician = TestTokens.staff("sun", store, Role.TECHNICIAN);
        assertThat(post(contactsOf(lead), technician, CONNECTED, null)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(rescheduleOf(lead), technician, moved("2030-01-01T00:00:00Z"), null))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(path, TestTokens.hq())).hasStatusOk();
    }

    @Test
    void isDescribedWithoutWhatComesFromTheToken() {
        assertThat(bodyOf(get("/api/follow-ups/openapi", consultant)))
                .contains("/api/follow-ups/{leadId}/contacts", "\"dueBefore\"")
                .doesNotContain("\"viewer\"", "\"search\"");
    }

    private void register(Told told, Instant at) {
        followUps.open(told.leadId(), Command.hearing(told.registered(at)), told.dimensions());
    }

    private List<String> leadIds(String query) {
        return Pattern.compile("\"leadId\":\"([^\"]+)\"")
                .matcher(bodyOf(get("/api/follow-ups" + query, consultant)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(token))
                .exchange();
    }

    private MvcTestResult post(String path, String token, String body, @Nullable String key) {
        var request = mvc.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(token))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static String bodyOf(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String contactsOf(Told told) {
        return "/api/follow-ups/" + told.leadId() + "/contacts";
    }

    private static String rescheduleOf(Told told) {
        return "/api/follow-ups/" + told.leadId() + "/reschedule";
    }

    private static String moved(String dueAt) {
        return "{\"dueAt\": \"" + dueAt + "\", \"reason\": \"customer abroad\"}";
    }

    private static String withField(String json, String name, String value) {
        return json.replace("}", ", \"" + name + "\": \"" + value + "\"}");
    }
}
