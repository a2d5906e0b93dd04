package io.dianmai.followup.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.followup.Told;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Headquarters changes a rule for one store: tried first, then made; running tasks follow. */
@DianmaiTest
class RuleChangesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MockMvcTester mvc;
    private final Producer<String, byte[]> producer;
    private final FollowUps followUps;
    private final RuleChanges changes;
    private final StoreReplica stores;
    private final Told lead = Told.ofNewLead("rules-" + AggregateIds.next());

    @Autowired
    RuleChangesIT(
            MockMvcTester mvc,
            Producer<String, byte[]> producer,
            FollowUps followUps,
            RuleChanges changes,
            StoreReplica stores) {
        this.mvc = mvc;
        this.producer = producer;
        this.followUps = followUps;
        this.changes = changes;
        this.stores = stores;
    }

    @Test
    void areTriedThenMadeAndThenFollowed() {
        publish();
        tell(lead.registered(Told.minutesAgo(60)));
        Instant contacted = Told.minutesAgo(50);
        tell(lead.contact(ContactResult.CONNECTED, contacted));
        await().atMost(PATIENCE)
                .until(() -> followUps
                        .find(lead.leadId())
                        .filter(plan -> plan.state().tasks() == 2)
                        .isPresent());
        changes.count();
        assertThat(dueAt()).isEqualTo(contacted.plus(Duration.ofDays(15)));

        String scope = "?scope=store:" + lead.storeId();
        MvcTestResult tried = send("POST", "/api/follow-up-policies/cadence/preview" + scope, cadence("P5D"));
        assertThat(tried)
                .hasStatusOk()
                .bodyText()
                .contains("\"looked\":1", "\"moved\":1", "\"sooner\":1", "\"-10\":1", lead.storeId());
        assertThat(dueAt()).isEqualTo(contacted.plus(Duration.ofDays(15)));

        assertThat(send("PUT", "/api/follow-up-policies/cadence" + scope, cadence("PT0S")))
                .bodyText()
                .contains("/c/every");
        assertThat(send("PUT", "/api/follow-up-policies/cadence" + scope, cadence("P5D")))
                .hasStatus2xxSuccessful();
        await().atMost(PATIENCE).untilAsserted(() -> {
            changes.count();
            assertThat(dueAt()).isEqualTo(contacted.plus(Duration.ofDays(5)));
        });
        assertThat(read("/api/follow-up-policies/tasks")).hasStatusOk();
    }

    private Instant dueAt() {
        return followUps.find(lead.leadId()).orElseThrow().state().task().dueAt();
    }

    private static String cadence(String every) {
        String other = "{\"every\": \"P7D\", \"businessTime\": false}";
        return "{\"o\": %s, \"h\": %s, \"a\": %s, \"b\": %s, \"c\": {\"every\": \"%s\", \"businessTime\": false}}"
                .formatted(other, other, other, other, every);
    }

    private MvcTestResult send(String method, String path, String body) {
        return mvc.method(HttpMethod.valueOf(method))
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(TestTokens.hq()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private MvcTestResult read(String path) {
        return mvc.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(TestTokens.hq()))
                .exchange();
    }

    private void publish() {
        var always = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(
                        Function.identity(), _ -> List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
        var store = new StorePublished(
                lead.storeId(),
                "西湖店",
                "east",
                "华东",
                "toyota",
                "丰田",
                Tier.MID,
                "Asia/Shanghai",
                1,
                1,
                new BusinessHours(always, Set.of(), Map.of()),
                List.of(),
                List.of());
        tell(lead.event("/gateway", lead.storeId(), Told.minutesAgo(0), 1, store));
        await().atMost(PATIENCE)
                .until(() ->
                        stores.all().stream().anyMatch(known -> known.storeId().equals(lead.storeId())));
    }

    private void tell(Envelope<EventData> event) {
        assertThat(producer.send(EventCodec.toRecord(event))).succeedsWithin(PATIENCE);
    }
}
