package io.dianmai.followup.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.lead.LeadDelivered;
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
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
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
    private final MongoTemplate mongo;
    /** A store for each test. */
    private final String store = "api-" + AggregateIds.next();

    private final Told lead = Told.ofNewLead(store);
    private final String consultant = TestTokens.staff(lead.advisorId(), store, Role.SALES_CONSULTANT);

    @Autowired
    FollowUpApiIT(MockMvcTester mvc, FollowUps followUps, MongoTemplate mongo) {
        this.mongo = mongo;
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
    void putsATaskOffOnlySoFar() {
        register(lead, Told.minutesAgo(10));
        String week = Instant.now().plus(7, ChronoUnit.DAYS).toString();
        assertThat(post(rescheduleOf(lead), consultant, moved(week), null))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("snooze-too-long");
        String year = Instant.now().plus(400, ChronoUnit.DAYS).toString();
        assertThat(post(rescheduleOf(lead), consultant, moved(year), null))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("next-contact-too-far-ahead");
        String longReason = moved(week).replace("customer abroad", "x".repeat(501));
        assertThat(post(rescheduleOf(lead), consultant, longReason, null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("/reason");
    }

    @Test
    void skipsATaskAndRefusesWhenThereIsNone() {
        register(lead, Told.minutesAgo(10));
        String body = "{\"reason\": \"on holiday\"}";
        assertThat(post(skipOf(lead), consultant, body, "skip-1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.openTask.taskId", id -> id.assertThat().isEqualTo(lead.leadId() + ":2"))
                .hasPathSatisfying(
                        "$.openTask.purpose", purpose -> purpose.assertThat().isEqualTo("CADENCE"))
                .hasPathSatisfying("$.openTask.step", step -> step.assertThat().isEqualTo(1))
                .hasPathSatisfying(
                        "$.openTask.prompt.zh",
                        text -> text.assertThat().asString().startsWith("第一步"));
        var end = lead.event(
                "/lead-service",
                lead.leadId(),
                Told.minutesAgo(0),
                2,
                new LeadDelivered(lead.dimensions(), "O-1", 1, 1, false, false, false, 1));
        followUps.close(lead.leadId(), Command.hearing(end), lead.dimensions(), CancelReason.DELIVERED);
        assertThat(post(skipOf(lead), consultant, body, "skip-2"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("follow-up-closed");
    }

    @Test
    void tellsWhoChangesWhatSomebodyElseHasChanged() {
        register(lead, Told.minutesAgo(10));
        String read = get("/api/follow-ups/" + lead.leadId(), consultant)
                .getResponse()
                .getHeader(HttpHeaders.ETAG);
        assertThat(postIf(read, CONNECTED)).hasStatusOk();
        assertThat(postIf(read, CONNECTED))
                .hasStatus(HttpStatus.PRECONDITION_FAILED)
                .bodyText()
                .contains("stale-version");
    }

    @Test
    void keepsEveryContactWithItsNoteForThoseWhoSpeakWithCustomers() {
        register(lead, Told.minutesAgo(10));
        String noted = withField(CONNECTED, "note", "王女士 asks for a test drive\\nand a quote");
        assertThat(post(contactsOf(lead), consultant, noted, null))
                .hasStatusOk()
                .bodyText()
                .contains("王女士 asks for a test drive and a quote");
        post(contactsOf(lead), consultant, "{\"medium\": \"MESSAGE\", \"result\": \"NO_ANSWER\"}", null);

        String ofLead = "/api/contacts?leadId=" + lead.leadId();
        assertThat(get(ofLead, consultant))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.items.length()", length -> length.assertThat().isEqualTo(2))
                .hasPathSatisfying(
                        "$.items[0].result", result -> result.assertThat().isEqualTo("NO_ANSWER"))
                .hasPathSatisfying(
                        "$.items[1].note", note -> note.assertThat().asString().contains("王女士"))
                .hasPathSatisfying("$.items[1].advisorId", id -> id.assertThat().isEqualTo(lead.advisorId()));
        assertThat(bodyOf(get(ofLead, TestTokens.hq()))).contains("CONNECTED").doesNotContain("王女士");
        assertThat(bodyOf(get("/api/follow-ups/" + lead.leadId(), TestTokens.hq())))
                .doesNotContain("王女士", "sealed");
        assertThat(bodyOf(get(ofLead, TestTokens.staff("zhao", "api-other", Role.SALES_MANAGER))))
                .doesNotContain("CONNECTED");
        assertThat(bodyOf(get(ofLead + "&advisorId=somebody", consultant))).doesNotContain("CONNECTED");
        assertThat(bodyOf(get("/api/contacts?storeId=" + store + "&limit=1", consultant)))
                .contains("NO_ANSWER", "\"next\"");
        assertThat(get("/api/contacts?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", consultant))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mongo.getCollection("contact_log")
                        .find(new Document("leadId", lead.leadId()))
                        .first()
                        .toJson())
                .doesNotContain("王女士", "test drive");
        assertThat(mongo.getCollection("follow_up_plans")
                        .find(new Document("_id", lead.leadId()))
                        .first()
                        .toJson())
                .doesNotContain("王女士", "test drive");
    }

    @Test
    void wantsAReasonForAProposedLevel() {
        register(lead, Told.minutesAgo(10));
        String proposed = withField(CONNECTED, "proposedLevel", "A");
        assertThat(post(contactsOf(lead), consultant, proposed, null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("/levelReason");
        assertThat(post(contactsOf(lead), consultant, withField(proposed, "levelReason", "has chosen"), null))
                .hasStatusOk();
        assertThat(post(contactsOf(lead), consultant, withField(CONNECTED, "note", "x".repeat(2001)), null))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("/note");
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
        assertThat(bodyOf(get("/openapi", consultant)))
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

    private static String skipOf(Told told) {
        return "/api/follow-ups/" + told.leadId() + "/skip";
    }

    private MvcTestResult postIf(@Nullable String tag, String body) {
        return mvc.post()
                .uri(contactsOf(lead))
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(consultant))
                .header(HttpHeaders.IF_MATCH, String.valueOf(tag))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String moved(String dueAt) {
        return "{\"dueAt\": \"" + dueAt + "\", \"reason\": \"customer abroad\"}";
    }

    private static String withField(String json, String name, String value) {
        return json.replace("}", ", \"" + name + "\": \"" + value + "\"}");
    }
}
