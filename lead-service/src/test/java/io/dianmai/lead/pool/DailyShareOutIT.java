package io.dianmai.lead.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.lead.lead.LeadCommand.Recall;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.pool.PoolDay.Run;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DianmaiTest
class DailyShareOutIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final MockMvcTester mvc;
    private final MongoTemplate mongo;
    private final Leads leads;
    private final ShareOuts shareOuts;
    private final DailyShareOut daily;
    private final String store = "daily-" + UUID.randomUUID();

    DailyShareOutIT(
            @Autowired MockMvcTester mvc,
            @Autowired MongoTemplate mongo,
            @Autowired Leads leads,
            @Autowired ShareOuts shareOuts,
            @Autowired DailyShareOut daily) {
        this.mvc = mvc;
        this.mongo = mongo;
        this.leads = leads;
        this.shareOuts = shareOuts;
        this.daily = daily;
    }

    @Test
    void isDoneOnceADayAndFinishesWhatACrashLeft() {
        publish();
        List<String> pool = Stream.of("l1", "l2", "l3").map(this::pooled).toList();
        // The service's own look at the minute may come at any time from here on, and must make no difference.
        policy();

        daily.shareOutWhatIsDue();
        assertThat(owners(pool)).containsExactly("a1", "a2", "nobody");
        forgetTheEndAndGiveBack(pool.getFirst());
        daily.shareOutWhatIsDue();
        daily.shareOutWhatIsDue();

        assertThat(owners(pool)).containsExactly("a1", "a2", "nobody");
        var day = shareOuts.on(store, Instant.now().atZone(ZONE).toLocalDate());
        assertThat(day.runs()).singleElement().extracting(Run::counts).isEqualTo(Map.of("sharedOut", 2));
    }

    /** As a crash would have left it: the first lead has not moved, and nobody has written down the end. */
    private void forgetTheEndAndGiveBack(String leadId) {
        mongo.getCollection("leads")
                .updateOne(
                        Filters.eq("_id", leadId),
                        Updates.combine(
                                Updates.set("commands", List.of()),
                                Updates.unset("state.dimensions.advisorId"),
                                Updates.set(
                                        "state.recalled",
                                        new Document("at", Date.from(Instant.now())).append("reason", "MANAGER"))));
        var days = mongo.getCollection("poolDays");
        Document page = days.find(Filters.regex("_id", "^" + store)).first();
        assertThat(page).isNotNull();
        String text = page.getString("text").replace(",\"counts\":{\"sharedOut\":2}", "");
        assertThat(text).doesNotContain("counts");
        days.updateOne(Filters.eq("_id", page.get("_id")), Updates.set("text", text));
    }

    private List<String> owners(List<String> ids) {
        return ids.stream()
                .map(id -> leads.find(id).orElseThrow().state().dimensions().advisorId())
                .map(owner -> owner == null ? "nobody" : owner)
                .toList();
    }

    private String pooled(String reference) {
        String id = AggregateIds.of(store, "lead", reference);
        var customer = SealedCustomer.parse(null, null);
        leads.register(
                id,
                Command.given(reference, store, Instant.now(), null),
                new Registration(
                        reference, Channel.WEB, CustomerClass.PROSPECT, customer.masked(), null, null, "a3", List.of()),
                customer);
        leads.carryOut(id, Command.given(reference + "-back", store, Instant.now(), null), new Recall());
        return id;
    }

    private void publish() {
        var always = List.of(new BusinessHours.Window(LocalTime.MIN, LocalTime.of(23, 59)));
        Map<DayOfWeek, List<BusinessHours.Window>> week =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), _ -> always));
        List<StaffMember> staff = Stream.of("a1", "a2", "a3")
                .map(id ->
                        new StaffMember(id, "顾问", List.of(Role.SALES_CONSULTANT), id.equals("a3") ? "t1" : "t2", null))
                .toList();
        var snapshot = new StorePublished(
                store,
                "西湖店",
                "east",
                "华东",
                "toyota",
                "丰田",
                Tier.MID,
                ZONE.getId(),
                1,
                1,
                new BusinessHours(week, Set.of(), Map.of()),
                List.of(),
                staff);
        mongo.getCollection("stores")
                .insertOne(new Document("_id", store)
                        .append("sequence", 1L)
                        .append("snapshot", EventJson.MAPPER.writeValueAsString(snapshot)));
    }

    /** A store that was published a moment ago is known to whoever takes policies within a second. */
    private void policy() {
        String policy = """
                {"ownLeadAfterDays":30,"refuseWithinHours":24,"contactWithin":"P10D",
                 "shareOut":{"teamId":"t2","perDay":2,"dailyAt":"00:00:00"}}""";
        await().until(() -> mvc.put()
                        .uri("/api/lead-policies/pool?scope=store:" + store)
                        .header("Authorization", TestTokens.bearer(TestTokens.hq()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(policy)
                        .exchange()
                        .getResponse()
                        .getStatus()
                == 200);
    }
}
