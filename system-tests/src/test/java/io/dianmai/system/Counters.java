package io.dianmai.system;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Single counters, read out of the parts of the KPIs that the API answers. */
final class Counters {
    /** KPIs whose numerator or denominator is a counter by itself. */
    private static final Map<String, String> NUMERATORS = Map.ofEntries(
            Map.entry("leads-registered", "leadsRegistered"),
            Map.entry("showroom-traffic", "walkIns"),
            Map.entry("call-traffic", "calls"),
            Map.entry("retention-rate", "visitsRetained"),
            Map.entry("close-rate", "orders"),
            Map.entry("lost-rate", "leadsLost"),
            Map.entry("nev-share", "nevDelivered"),
            Map.entry("insurance-penetration", "newPolicies"),
            Map.entry("gross-profit-per-vehicle", "vehicleGrossProfit"),
            Map.entry("accessory-revenue-per-vehicle", "accessoryRevenue"),
            Map.entry("finance-penetration", "financedOrders"),
            Map.entry("first-response-on-time", "firstResponsesOnTime"),
            Map.entry("follow-up-on-time", "followUpsOnTime"),
            Map.entry("follow-up-overdue", "followUpsOverdue"),
            Map.entry("effective-contact-rate", "effectiveContacts"),
            Map.entry("lead-upgrade-rate", "levelUpgrades"),
            Map.entry("revenue-per-vehicle", "repairRevenue"),
            Map.entry("care-revenue-per-visit", "careRevenue"),
            Map.entry("scrap-revenue-per-vehicle", "scrapRevenue"),
            Map.entry("add-on-rate", "addOnVisits"),
            Map.entry("workshop-efficiency", "actualHours"),
            Map.entry("completion-settlement", "jobsSettled"),
            Map.entry("handover-on-time", "handoversOnTime"),
            Map.entry("complaint-satisfaction", "complaintsSatisfied"),
            Map.entry("complaint-response-on-time", "complaintsAnsweredOnTime"),
            Map.entry("complaint-resolution-on-time", "complaintsResolvedOnTime"));

    private static final Map<String, String> DENOMINATORS = Map.ofEntries(
            Map.entry("test-drive-rate", "leadsVisited"),
            Map.entry("nev-share", "vehiclesDelivered"),
            Map.entry("first-response-on-time", "firstResponses"),
            Map.entry("follow-up-on-time", "followUpsDue"),
            Map.entry("effective-contact-rate", "contacts"),
            Map.entry("revenue-per-vehicle", "repairVehicles"),
            Map.entry("care-revenue-per-visit", "shopVisits"),
            Map.entry("workshop-efficiency", "soldHours"),
            Map.entry("completion-settlement", "jobsQualityChecked"),
            Map.entry("handover-on-time", "handoversPromised"),
            Map.entry("complaint-satisfaction", "complaintsClosed"),
            Map.entry("complaint-response-on-time", "complaintsOpened"));

    private Counters() {}

    /** All of a group's counters for a period that are not zero. */
    static Map<String, Long> of(TestGroup group, String period) {
        var counters = new TreeMap<String, Long>();
        for (JsonNode value : Json.list(group.values(period).path("values"))) {
            String kpi = value.path("kpi").asString();
            put(counters, NUMERATORS.get(kpi), value.path("numerator"));
            put(counters, DENOMINATORS.get(kpi), value.path("denominator"));
        }
        return counters;
    }

    private static void put(Map<String, Long> counters, @Nullable String name, JsonNode amount) {
        if (name != null && amount.asLong() != 0) {
            counters.put(name, amount.asLong());
        }
    }
}
