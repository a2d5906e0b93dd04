package io.dianmai.system;

import static io.dianmai.contracts.followup.ContactResult.CONNECTED;
import static io.dianmai.contracts.followup.ContactResult.NO_ANSWER;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.ActivityAnnounced;
import io.dianmai.contracts.fact.ActivityMoved;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.fact.FollowUpPassedOver;
import io.dianmai.contracts.fact.FollowUpPutOff;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.PaymentReceived;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StockTransferred;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.contracts.lead.VisitKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happens at the dealership from Monday to Sunday. Each day is told when the one before is settled. */
final class PlayedWeek {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String X5 = "Yunhai X5";
    private static final String S7 = "Yunhai S7";

    private final Week week;
    private final Dealership dealership;
    private final Acts acts;

    PlayedWeek(Week week, Dealership dealership, Acts acts) {
        this.week = week;
        this.dealership = dealership;
        this.acts = acts;
    }

    /** A car show is planned, three vehicles come in, five customers are put on file, one of them twice, one known nearby. */
    void monday() {
        acts.neighbourTells("Mon 09:00", lead("b-sun", Channel.PHONE, "138 0741 2005", X5, "b1"));
        acts.tell(
                acts.fact("Mon 09:00", stock("KC-1", X5, 12_000_000, "Mon-14 09:00")),
                acts.fact("Mon 09:00", stock("KC-2", X5, 13_000_000, "Mon-5 09:00")),
                acts.fact("Mon 09:00", stock("KC-3", S7, 11_000_000, null)),
                acts.fact("Mon 09:05", new ActivityAnnounced("show", show())),
                acts.fact("Mon 10:00", new VisitReceived("stranger", VisitKind.WALK_IN, 2, false, null, null, null)),
                acts.fact("Mon 11:00", new VisitReceived("asked", VisitKind.CALL, 1, false, null, null, null)),
                acts.fact("Mon 10:30", lead("li", Channel.WEB, "13807412002", S7, "a2")),
                acts.fact("Mon 11:00", lead("wang", Channel.WEB, "13807412003", X5, "a3")),
                acts.fact("Mon 17:50", lead("zhao", Channel.PHONE, "13807412004", X5, "a4")));
        acts.register("Mon 10:05", "a1", "zhang", "WALK_IN", zhang()).expectSuccess();
        acts.known("zhang", "li", "wang", "zhao");
        visit("Mon 10:10", Map.of("phone", "１３８-0741-2001", "customerName", "张先生", "retained", true));
        acts.contact("Mon 10:50", "a2", "li", "AGREED_NEXT_STEP", Map.of("nextContactAt", week.at("Thu 15:00")))
                .expectSuccess();
        acts.tell(
                acts.fact("Mon 12:10", contact("wang", CONNECTED)),
                acts.fact("Mon 15:00", lead("zhang-2", Channel.PHONE, "+86 １３８ ０７４１ ２００１", null, null)));
        Waiting.until(
                "the neighbour has the customer",
                Duration.ofSeconds(20),
                () -> assertThat(acts.items(
                                "hq",
                                "/api/leads?level=C&storeId="
                                        + dealership.neighbour().storeId()))
                        .hasSize(1));
        acts.neighbourTells("Mon 09:10", contact("b-sun", CONNECTED));
        acts.register(
                        "Mon 16:00",
                        "sup",
                        "sun",
                        "PHONE",
                        Map.of("phone", "138 0741 2005", "model", X5, "advisorId", dealership.staff("a3")))
                .expectSuccess();
        acts.known("sun");
        acts.contact("Mon 16:20", "a3", "sun", "CONNECTED", Map.of()).expectSuccess();
    }

    /** Zhang comes back and drives; a messy list of old customers comes in; a customer is referred. */
    void tuesday() {
        acts.contact(
                        "Tue 09:15",
                        "a4",
                        "zhao",
                        "CONNECTED",
                        Map.of("proposedLevel", "B", "levelReason", "wants to buy before the holidays"))
                .expectSuccess();
        JsonNode imported = acts.importLeads("sm", oldCustomers(), GBK);
        assertThat(imported.path("created").asInt()).as(imported.toString()).isEqualTo(1);
        assertThat(imported.path("joined").asInt()).isEqualTo(1);
        assertThat(imported.path("bad").asInt()).isEqualTo(4);
        acts.known("hist-1");
        acts.sale("Tue 11:00", "a2", "li", "/grading", Map.of("level", "B", "reason", "has set a date"))
                .expectSuccess();
        acts.tell(
                acts.fact("Sat-2 10:00", contact("hist-1", CONNECTED)),
                acts.fact("Tue 10:00", contact("wang", NO_ANSWER)),
                acts.fact("Tue 10:30", new CostBooked("FP-3", null, Channel.WEB, 200_000)));
        visit("Tue 14:00", Map.of("leadId", dealership.lead("zhang"), "retained", true));
        acts.sale(
                        "Tue 14:45",
                        "a1",
                        "zhang",
                        "/test-drives",
                        Map.of(
                                "model",
                                X5,
                                "startedAt",
                                week.at("Tue 14:10"),
                                "endedAt",
                                week.at("Tue 14:40"),
                                "rating",
                                5))
                .expectSuccess();
        Waiting.until(
                "zhang came twice",
                Duration.ofSeconds(20),
                () -> assertThat(acts.get("hq", acts.of("zhang")).path("visits").asInt())
                        .isEqualTo(2));
        acts.sale("Tue 15:00", "a1", "zhang", "/grading", Map.of("criteria", List.of("MODEL_AND_COLOUR_CHOSEN")))
                .expectSuccess();
        acts.register(
                        "Tue 16:00",
                        "a2",
                        "wu",
                        "REFERRAL",
                        Map.of(
                                "phone",
                                "13807412007",
                                "model",
                                S7,
                                "advisorId",
                                dealership.staff("a2"),
                                "criteria",
                                List.of("CHOOSING_A_MODEL")))
                .expectSuccess();
        acts.known("wu");
        acts.tell(acts.fact("Tue 16:20", contact("wu", CONNECTED)));
    }

    /** A holiday: the store is closed, the web is not. */
    void wednesday() {
        acts.tell(acts.fact("Wed 10:00", lead("zhou", Channel.WEB, "13807412006", S7, "a1")));
        acts.known("zhou");
    }

    /** Two orders. */
    void thursday() {
        acts.contact("Thu 09:20", "a1", "zhou", "CONNECTED", Map.of()).expectSuccess();
        acts.tell(acts.fact("Thu 09:30", lead("qian", Channel.WALK_IN, "13807412008", X5, "a4")));
        acts.known("qian");
        acts.tell(
                acts.fact("Thu 09:35", new VisitReceived("qian-1", VisitKind.WALK_IN, 2, true, "qian", null, X5)),
                acts.fact("Thu 10:00", new FollowUpPassedOver("wang", "is abroad")),
                acts.fact("Thu 16:20", contact("wu", CONNECTED)));
        acts.contact("Thu 10:00", "a4", "zhao", "CONNECTED", Map.of()).expectSuccess();
        acts.sale(
                        "Thu 10:00",
                        "a1",
                        "zhang",
                        "/quotes",
                        Map.of(
                                "quoteRef",
                                "Q-1",
                                "model",
                                X5,
                                "price",
                                14_880_000,
                                "discount",
                                600_000,
                                "financed",
                                true))
                .expectSuccess();
        acts.sale("Thu 11:00", "a1", "zhang", "/orders", zhangsOrder()).expectSuccess();
        acts.contacted("zhao", 2);
        expect(acts.sale("Thu 10:30", "a4", "zhao", "/loss", Map.of("reason", "PRICE")), 409, "too-few-contacts");
        acts.contact("Thu 14:50", "a2", "li", "CONNECTED", Map.of("nextContactAt", week.at("Sat 10:00")))
                .expectSuccess();
        acts.contacted("qian", 1);
        acts.tell(acts.fact(
                "Thu 17:00",
                new OrderSigned(
                        "qian",
                        "SO-2",
                        X5,
                        15_000_000,
                        1_000_000,
                        false,
                        null,
                        week.at("Sun 10:00"),
                        new OrderTerms(null, null, null, null, null, null, "KC-1"))));
    }

    /** Money comes in; two advisors want to give up, one vehicle goes to the neighbour, a portal sends a lead. */
    void friday() {
        JsonNode taken = acts.send(
                        "system",
                        "/api/adf?storeId=" + dealership.storeId(),
                        "text/xml",
                        portalLead(),
                        StandardCharsets.UTF_8)
                .expectSuccess();
        assertThat(taken.path("created").asInt()).as(taken.toString()).isEqualTo(1);
        acts.tell(acts.fact("Fri 09:30", contact("wu", CONNECTED)));
        acts.patch(
                        "Fri 09:30",
                        "a1",
                        acts.of("zhang") + "/orders/SO-1",
                        Map.of("expectedPayment", week.at("Sat 10:00")))
                .expectSuccess();
        acts.contact("Fri 10:00", "a4", "zhao", "CONNECTED", Map.of()).expectSuccess();
        acts.contacted("zhao", 3);
        acts.sale("Fri 11:00", "a4", "zhao", "/loss", Map.of("reason", "PRICE", "competitorModel", "Qin L"))
                .expectSuccess();
        acts.sale("Fri 15:00", "gm", "zhao", "/loss/review", Map.of("accept", false, "note", "name him a price first"))
                .expectSuccess();
        acts.contacted("wu", 3);
        acts.sale("Fri 16:00", "a2", "wu", "/loss", Map.of("reason", "FINANCE", "competitorModel", "Song Plus"))
                .expectSuccess();
        acts.sale("Fri 16:00", "a1", "zhang", "/orders/SO-1/payments", Map.of("paymentRef", "P-1", "amount", 9_000_000))
                .expectSuccess();
        acts.tell(acts.fact(
                "Fri 17:00", new StockTransferred("KC-3", dealership.neighbour().storeId())));
        acts.known("portal:A-77");
        acts.tell(acts.fact("Fri 09:30", contact("portal:A-77", CONNECTED)));
    }

    /** The show: two customers, one of whom nobody speaks with; Zhang gets the keys, Qian steps back, Wu is lost. */
    void saturday() {
        acts.contact("Sat 09:50", "a1", "hist-1", "CONNECTED", Map.of()).expectSuccess();
        acts.at(
                        "Sat 09:00",
                        "gm",
                        "/api/activities/" + dealership.id("activity", "show") + "/phase",
                        Map.of("phase", "MAIN"))
                .expectSuccess();
        acts.tell(
                acts.fact("Sat 09:30", new FollowUpPutOff("li", week.at("Sun 11:00"), "at a wedding")),
                acts.fact("Sat 09:40", new PaymentReceived("zhang", "SO-1", "P-2", 5_380_000)),
                acts.fact("Sat 10:00", new CostBooked("FP-1", "show", null, 600_000)),
                acts.fact("Sat 10:40", visitor("lin", "13807412010", S7, "a3")));
        acts.sale("Sat 10:00", "gm", "wu", "/loss/review", Map.of("accept", true))
                .expectSuccess();
        expect(acts.sale("Sat 10:30", "a2", "wu", "/loss", Map.of("reason", "PRICE")), 409, "lead-already-lost");
        acts.register("Sat 10:30", "a2", "chen", "EVENT", chen()).expectSuccess();
        acts.known("chen", "lin");
        visit("Sat 10:45", Map.of("leadId", dealership.lead("chen"), "retained", true));
        acts.contacted("chen", 1);
        acts.sale("Sat 12:00", "a2", "chen", "/orders", chensOrder()).expectSuccess();
        acts.sale("Sat 11:00", "a4", "qian", "/orders/cancellation", Map.of("orderRef", "SO-2", "reason", "no loan"))
                .expectSuccess();
        acts.tell(acts.fact("Sat 11:30", new PaymentReceived("qian", "SO-2", "R-1", -1_000_000)));
        acts.at("Sat 14:00", "sup", "/api/vehicles", vehicle()).expectSuccess();
        acts.sale("Sat 16:00", "a1", "zhang", "/delivery", zhangsDelivery()).expectSuccess();
    }

    /** Wu is won back, Sun goes to the pool, a4 leaves. */
    void sunday() {
        acts.tell(
                acts.fact("Sun 10:40", contact("li", CONNECTED)),
                acts.fact("Sun 17:30", new ActivityMoved("show", ActivityPhase.AFTER)));
        acts.sale("Sun 09:30", "gm", "sun", "/recall", Map.of("note", "too quiet"))
                .expectSuccess();
        acts.sale("Sun 10:00", "gm", "wu", "/reactivation", Map.of()).expectSuccess();
        acts.at(
                        "Sun 17:00",
                        "gm",
                        "/api/activities/" + dealership.id("activity", "show") + "/costs",
                        Map.of("costRef", "FP-2", "amount", 300_000))
                .expectSuccess();
        dealership.leaves("a4", week.day("Sun"));
        acts.at(
                        "Sun 17:00",
                        "gm",
                        "/api/leads/handover",
                        Map.of(
                                "storeId", dealership.storeId(),
                                "from", dealership.staff("a4"),
                                "to", dealership.staff("a3"),
                                "reason", "离职"))
                .expectSuccess();
    }

    private static void expect(Door.Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    private void visit(String moment, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("storeId", dealership.storeId());
        body.put("kind", "WALK_IN");
        body.put("partySize", 2);
        acts.at(moment, "sup", "/api/visits", body).expectSuccess();
    }

    private ActivityPlan show() {
        return new ActivityPlan("周末车展", week.day("Sat"), week.day("Sun"), 1_000_000, 5, 1);
    }

    private Map<String, ?> zhang() {
        return Map.of(
                "phone",
                "13807412001",
                "customerName",
                "张先生",
                "advisorId",
                dealership.staff("a1"),
                "model",
                X5,
                "criteria",
                List.of("WISHES_TO_BUY"),
                "interest",
                Map.of(
                        "model",
                        X5,
                        "urgency",
                        "HIGH",
                        "purchaseTime",
                        "WITHIN_A_MONTH",
                        "decisionMaker",
                        "SELF",
                        "budgetFrom",
                        14_000_000,
                        "budgetTo",
                        16_000_000));
    }

    private Map<String, ?> zhangsOrder() {
        return Map.of(
                "orderRef",
                "SO-1",
                "model",
                X5,
                "price",
                14_880_000,
                "deposit",
                500_000,
                "financed",
                true,
                "expectedPayment",
                week.at("Fri 10:00"),
                "expectedDelivery",
                week.at("Sat 15:00"),
                "terms",
                Map.of("discount", 600_000, "stockVehicleRef", "KC-2"));
    }

    private Map<String, ?> zhangsDelivery() {
        return Map.of(
                "orderRef",
                "SO-1",
                "grossProfit",
                800_000,
                "accessoryRevenue",
                310_000,
                "newEnergy",
                true,
                "flagship",
                false,
                "insured",
                true,
                "stockAgeDays",
                40);
    }

    private Map<String, ?> chen() {
        return Map.of(
                "phone",
                "13807412009",
                "model",
                X5,
                "activityId",
                "show",
                "advisorId",
                dealership.staff("a2"),
                "criteria",
                List.of("TERMS_DISCUSSED"));
    }

    private Map<String, ?> chensOrder() {
        return Map.ofEntries(
                entry("orderRef", "SO-3"),
                entry("model", X5),
                entry("price", 16_000_000),
                entry("deposit", 2_000_000),
                entry("financed", false),
                entry("expectedPayment", week.at("Sun 10:00")));
    }

    private Map<String, ?> vehicle() {
        return Map.of(
                "storeId",
                dealership.storeId(),
                "vehicleRef",
                "KC-4",
                "model",
                S7,
                "cost",
                11_500_000,
                "newEnergy",
                true);
    }

    /** Row by row: a customer of two weeks ago, one who is on file, letters in a phone, a birthday to come, a formula, no channel. */
    private String oldCustomers() {
        return """
            意向客户名单,,,,,,
            ,,,,,,
            线索编号 , 登记时间,渠道,客户姓名,手 机 号,生日,销售顾问
            hist-1,%s 10:00,线上, 郝先生 ,138-0741-2011,1988年5月1日,%s
            hist-2,%s 09:00,来电,李女士,１３８０７４１２００２,,%s
            hist-3,%s,来店,吴先生,1380741abcd,,
            hist-4,%s,来店,郑先生,13807412014,2050-01-01,
            hist-5,%s,来店,"=HYPERLINK(""http://x"")",13807412015,,
            hist-6,%s,,冯先生,13807412016,,
            """.formatted(
                        week.day("Fri-2"),
                        dealership.staff("a1"),
                        week.day("Tue"),
                        dealership.staff("a2"),
                        week.day("Tue"),
                        week.day("Tue"),
                        week.day("Tue"),
                        week.day("Tue"));
    }

    private String portalLead() {
        return """
            <?adf version="1.0"?>
            <adf><prospect status="new">
              <id sequence="1" source="portal">A-77</id>
              <requestdate>%sT09:10:00+08:00</requestdate>
              <vehicle interest="buy" status="new"><year>2026</year><make>Yunhai</make><model>X5</model></vehicle>
              <customer><contact><name part="first">三</name><name part="last">高</name>
                <phone type="voice" time="evening">138 0741 2012</phone></contact></customer>
              <vendor><contact><name part="full">试店</name></contact></vendor>
              <provider><name part="full">Portal</name></provider>
            </prospect></adf>
            """.formatted(week.day("Fri"));
    }

    private StoreFact lead(
            String ref, Channel channel, String phone, @Nullable String model, @Nullable String advisor) {
        String staffId = advisor == null ? null : dealership.staff(advisor);
        return new LeadReceived(ref, channel, null, null, phone, model, null, staffId, null);
    }

    private StoreFact visitor(String ref, String phone, String model, String advisor) {
        return new LeadReceived(ref, Channel.EVENT, null, null, phone, model, "show", dealership.staff(advisor), null);
    }

    private StoreFact stock(String ref, String model, long cost, @Nullable String agedFrom) {
        return new StockReceived(
                ref, model, null, null, cost, false, false, agedFrom == null ? null : week.at(agedFrom));
    }

    private static StoreFact contact(String ref, ContactResult result) {
        return new ContactMade(ref, ContactMedium.CALL, result, null, null);
    }
}
