package io.dianmai.system;

import static java.util.Map.entry;

import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.Channel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written down in the played week: cards, orders, a list, a portal's document, and the facts of the store's system. */
final class WeekPapers {
    static final String X5 = "Yunhai X5";
    static final String S7 = "Yunhai S7";

    private final Week week;
    private final Dealership dealership;

    WeekPapers(Week week, Dealership dealership) {
        this.week = week;
        this.dealership = dealership;
    }

    ActivityPlan show() {
        return new ActivityPlan("周末车展", week.day("Sat"), week.day("Sun"), 1_000_000, 5, 1);
    }

    Map<String, ?> zhang() {
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

    Map<String, ?> zhangsOrder() {
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

    Map<String, ?> zhangsDelivery() {
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

    Map<String, ?> chen() {
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

    Map<String, ?> chensOrder() {
        return Map.ofEntries(
                entry("orderRef", "SO-3"),
                entry("model", X5),
                entry("price", 16_000_000),
                entry("deposit", 2_000_000),
                entry("financed", false),
                entry("expectedPayment", week.at("Sun 10:00")));
    }

    Map<String, ?> vehicle() {
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
    String oldCustomers() {
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

    String portalLead() {
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

    StoreFact lead(String ref, Channel channel, String phone, @Nullable String model, @Nullable String advisor) {
        String staffId = advisor == null ? null : dealership.staff(advisor);
        return new LeadReceived(ref, channel, null, null, phone, model, null, staffId, null);
    }

    StoreFact visitor(String ref, String phone, String model, String advisor) {
        return new LeadReceived(ref, Channel.EVENT, null, null, phone, model, "show", dealership.staff(advisor), null);
    }

    StoreFact stock(String ref, String model, long cost, @Nullable String agedFrom) {
        return new StockReceived(
                ref, model, null, null, cost, false, false, agedFrom == null ? null : week.at(agedFrom));
    }

    static StoreFact contact(String ref, ContactResult result) {
        return new ContactMade(ref, ContactMedium.CALL, result, null, null);
    }
}
