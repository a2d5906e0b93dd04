package io.dianmai.system;

import static io.dianmai.contracts.followup.ContactResult.CONNECTED;
import static io.dianmai.contracts.followup.ContactResult.NO_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.ActivityAnnounced;
import io.dianmai.contracts.fact.ActivityMoved;
import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.fact.FollowUpPassedOver;
import io.dianmai.contracts.fact.FollowUpPutOff;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.PaymentReceived;
import io.dianmai.contracts.fact.StockTransferred;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.contracts.lead.VisitKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What happens at the dealership from Monday to Sunday. Each day is told when the one before is settled. */
final class PlayedWeek {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String X5 = WeekPapers.X5;
    private static final String S7 = WeekPapers.S7;

    private final Week week;
    private final Dealership dealership;
    private final Acts acts;
    private final WeekPapers papers;

    PlayedWeek(Week week, Dealership dealership, Acts acts) {
        this.week = week;
        this.dealership = dealership;
        this.acts = acts;
        this.papers = new WeekPapers(week, dealership);
    }

    /** A car show is planned, three vehicles come in, five customers are put on file, one of them twice, one known nearby. */
    void monday() {
        acts.neighbourTells("Mon 09:00", papers.lead("b-sun", Channel.PHONE, "138 0741 2005", X5, "b1"));
        acts.tell(
                acts.fact("Mon 09:00", papers.stock("KC-1", X5, 12_000_000, "Mon-14 09:00")),
                acts.fact("Mon 09:00", papers.stock("KC-2", X5, 13_000_000, "Mon-5 09:00")),
                acts.fact("Mon 09:00", papers.stock("KC-3", S7, 11_000_000, null)),
                acts.fact("Mon 09:05", new ActivityAnnounced("show", papers.show())),
                acts.fact("Mon 10:00", new VisitReceived("stranger", VisitKind.WALK_IN, 2, false, null, null, null)),
                acts.fact("Mon 11:00", new VisitReceived("asked", VisitKind.CALL, 1, false, null, null, null)),
                acts.fact("Mon 10:30", papers.lead("li", Channel.WEB, "13807412002", S7, "a2")),
                acts.fact("Mon 11:00", papers.lead("wang", Channel.WEB, "13807412003", X5, "a3")),
                acts.fact("Mon 17:50", papers.lead("zhao", Channel.PHONE, "13807412004", X5, "a4")));
        acts.register("Mon 10:05", "a1", "zhang", "WALK_IN", papers.zhang()).expectSuccess();
        acts.known("zhang", "li", "wang", "zhao");
        visit("Mon 10:10", Map.of("phone", "１３８-0741-2001", "customerName", "张先生", "retained", true));
        acts.contact("Mon 10:50", "a2", "li", "AGREED_NEXT_STEP", Map.of("nextContactAt", week.at("Thu 15:00")))
                .expectSuccess();
        acts.tell(
                acts.fact("Mon 12:10", WeekPapers.contact("wang", CONNECTED)),
                acts.fact("Mon 15:00", papers.lead("zhang-2", Channel.PHONE, "+86 １３８ ０７４１ ２００１", null, null)));
        Waiting.until(
                "the neighbour has the customer",
                Duration.ofSeconds(20),
                () -> assertThat(acts.items(
                                "hq",
                                "/api/leads?level=C&storeId="
                                        + dealership.neighbour().storeId()))
                        .hasSize(1));
        acts.neighbourTells("Mon 09:10", WeekPapers.contact("b-sun", CONNECTED));
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
        JsonNode imported = acts.importLeads("sm", papers.oldCustomers(), GBK);
        assertThat(imported.path("created").asInt()).as(imported.toString()).isEqualTo(1);
        assertThat(imported.path("joined").asInt()).isEqualTo(1);
        assertThat(imported.path("bad").asInt()).isEqualTo(4);
        acts.known("hist-1");
        acts.sale("Tue 11:00", "a2", "li", "/grading", Map.of("level", "B", "reason", "has set a date"))
                .expectSuccess();
        acts.tell(
                acts.fact("Sat-2 10:00", WeekPapers.contact("hist-1", CONNECTED)),
                acts.fact("Tue 10:00", WeekPapers.contact("wang", NO_ANSWER)),
                acts.fact("Tue 10:30", new CostBooked("FP-3", null, Channel.WEB, 200_000)));
        visit("Tue 14:00", Map.of("leadId", dealership.lead("zhang"), "retained", true));
        Waiting.until(
                "zhang came twice",
                Duration.ofSeconds(20),
                () -> assertThat(acts.get("hq", acts.of("zhang")).path("visits").asInt())
                        .isEqualTo(2));
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
        acts.tell(acts.fact("Tue 16:20", WeekPapers.contact("wu", CONNECTED)));
    }

    /** A holiday: the store is closed, the web is not. */
    void wednesday() {
        acts.tell(acts.fact("Wed 10:00", papers.lead("zhou", Channel.WEB, "13807412006", S7, "a1")));
        acts.known("zhou");
    }

    /** Two orders. */
    void thursday() {
        acts.contact("Thu 09:20", "a1", "zhou", "CONNECTED", Map.of()).expectSuccess();
        acts.tell(acts.fact("Thu 09:30", papers.lead("qian", Channel.WALK_IN, "13807412008", X5, "a4")));
        acts.known("qian");
        acts.tell(
                acts.fact("Thu 09:35", new VisitReceived("qian-1", VisitKind.WALK_IN, 2, true, "qian", null, X5)),
                acts.fact("Thu 10:00", new FollowUpPassedOver("wang", "is abroad")),
                acts.fact("Thu 16:20", WeekPapers.contact("wu", CONNECTED)));
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
        acts.sale("Thu 11:00", "a1", "zhang", "/orders", papers.zhangsOrder()).expectSuccess();
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
                        papers.portalLead(),
                        StandardCharsets.UTF_8)
                .expectSuccess();
        assertThat(taken.path("created").asInt()).as(taken.toString()).isEqualTo(1);
        acts.tell(acts.fact("Fri 09:30", WeekPapers.contact("wu", CONNECTED)));
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
        acts.tell(acts.fact("Fri 09:30", WeekPapers.contact("portal:A-77", CONNECTED)));
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
                acts.fact("Sat 10:40", papers.visitor("lin", "13807412010", S7, "a3")));
        acts.sale("Sat 10:00", "gm", "wu", "/loss/review", Map.of("accept", true))
                .expectSuccess();
        expect(acts.sale("Sat 10:30", "a2", "wu", "/loss", Map.of("reason", "PRICE")), 409, "lead-already-lost");
        acts.register("Sat 10:30", "a2", "chen", "EVENT", papers.chen()).expectSuccess();
        acts.known("chen", "lin");
        visit("Sat 10:45", Map.of("leadId", dealership.lead("chen"), "retained", true));
        acts.contacted("chen", 1);
        acts.sale("Sat 12:00", "a2", "chen", "/orders", papers.chensOrder()).expectSuccess();
        acts.sale("Sat 11:00", "a4", "qian", "/orders/cancellation", Map.of("orderRef", "SO-2", "reason", "no loan"))
                .expectSuccess();
        acts.tell(acts.fact("Sat 11:30", new PaymentReceived("qian", "SO-2", "R-1", -1_000_000)));
        acts.at("Sat 14:00", "sup", "/api/vehicles", papers.vehicle()).expectSuccess();
        acts.sale("Sat 16:00", "a1", "zhang", "/delivery", papers.zhangsDelivery())
                .expectSuccess();
    }

    /** Wu is won back, Sun goes to the pool, a4 leaves. */
    void sunday() {
        acts.tell(
                acts.fact("Sun 10:40", WeekPapers.contact("li", CONNECTED)),
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
}
