package io.dianmai.kpi.engine;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The numbers counted a second time, by other means: off the JSON of each event, cell by cell, with nothing of the
 * engine's. A cell is {@code store|period|dimension=value|counter}.
 */
final class NaiveCount {
    private final Map<String, String> zones;
    private final Map<String, Long> cells = new TreeMap<>();

    NaiveCount(Map<String, String> zones) {
        this.zones = zones;
    }

    /** Counts what was delivered of one aggregate, in its order and without repetition. */
    NaiveCount count(List<Envelope<EventData>> history) {
        long heard = 0;
        for (Envelope<EventData> event : history) {
            String store = event.storeId();
            JsonNode data = EventJson.MAPPER.valueToTree(event.data());
            if (!event.type().startsWith("dianmai.org")) {
                event(store, event.type(), event.time(), data, 1);
                add(store, event.time(), List.of(), "eventsMissing", event.sequence() - heard - 1);
            }
            heard = event.sequence();
        }
        return this;
    }

    /** The cells that are not zero. */
    Map<String, Long> cells() {
        Map<String, Long> counted = new TreeMap<>(cells);
        counted.values().removeIf(amount -> amount == 0);
        return counted;
    }

    private void event(String store, String type, Instant at, JsonNode data, int sign) {
        switch (type) {
            case "dianmai.lead.order-cancelled.v1" ->
                event(store, "dianmai.lead.ordered.v1", instant(data, "orderedAt"), data.path("ordered"), -1);
            case "dianmai.aftersales.settlement-reversed.v1" ->
                event(
                        store,
                        "dianmai.aftersales.repair-order-settled.v1",
                        instant(data, "settledAt"),
                        data.path("settled"),
                        -1);
            default -> {
                List<String> cuts = cuts(data.path("dimensions"));
                amounts(type, data, cuts, store, at)
                        .forEach((name, amount) -> add(store, at, cuts, name, sign * amount));
                overdue(store, type, at, data);
                stage(store, type, at, data, sign);
            }
        }
    }

    private Map<String, Long> amounts(String type, JsonNode data, List<String> cuts, String store, Instant at) {
        JsonNode money = data.path("settlement");
        long revenue = money.path("labour").asLong()
                + money.path("parts").asLong()
                + money.path("care").asLong()
                + money.path("beauty").asLong();
        long margin = revenue - money.path("directCost").asLong();
        long accident = data.path("kind").asString("").equals("ACCIDENT") ? 1 : 0;
        long web = channel(data).equals("WEB") ? 1 : 0;
        return switch (type) {
            case "dianmai.lead.registered.v1" -> Map.of("leadsRegistered", 1L, "webLeadsRegistered", web);
            case "dianmai.lead.visited.v1" -> {
                int number = data.path("visitNumber").asInt();
                yield Map.of(
                        "leadsVisited", number == 1 ? 1L : 0L,
                        "webLeadsArrived", number == 1 ? web : 0L,
                        "leadsVisitedAgain", number == 2 ? 1L : 0L);
            }
            case "dianmai.lead.ordered.v1" ->
                Map.of(
                        "orders",
                        1L,
                        "daysToOrder",
                        data.path("daysToOrder").asLong(),
                        "financedOrders",
                        one(data, "financed"),
                        "ordersFromWeb",
                        web,
                        "ordersFromWalkIns",
                        channel(data).equals("WALK_IN") ? 1L : 0L,
                        "ordersFromCalls",
                        channel(data).equals("PHONE") ? 1L : 0L);
            case "dianmai.lead.delivered.v1" ->
                Map.of(
                        "vehiclesDelivered", 1L,
                        "nevDelivered", one(data, "newEnergy"),
                        "vehicleGrossProfit", data.path("grossProfit").asLong(),
                        "activityGrossProfit",
                                data.path("dimensions").has("activityId")
                                        ? data.path("grossProfit").asLong()
                                        : 0L,
                        "accessoryRevenue", data.path("accessoryRevenue").asLong(),
                        "stockAgeDays", data.path("stockAgeDays").asLong());
            case "dianmai.lead.lost.v1" -> {
                if (data.has("competitorModel")) {
                    cuts.add("competitor=" + data.path("competitorModel").asString());
                }
                yield Map.of("leadsLost", 1L);
            }
            case "dianmai.followup.overdue.v1" -> Map.of("followUpsDue", 1L);
            case "dianmai.followup.done.v1" -> {
                boolean first = data.path("purpose").asString().equals("FIRST_RESPONSE");
                yield Map.of(
                        "followUpsDue", 1 - one(data, "wasOverdue"),
                        "followUpsOnTime", one(data, "onTime"),
                        "firstResponses", first ? 1L : 0L,
                        "firstResponseMinutes",
                                first ? data.path("businessMinutes").asLong() : 0L,
                        "firstResponsesOnTime", first ? one(data, "onTime") : 0L);
            }
            case "dianmai.aftersales.repair-order-settled.v1" ->
                Map.of(
                        "jobsSettled",
                        1L,
                        "repairRevenue",
                        revenue,
                        "repairDirectCost",
                        money.path("directCost").asLong(),
                        "repairGrossProfit",
                        margin,
                        "afterSalesGrossProfit",
                        margin + money.path("scrap").asLong(),
                        "careRevenue",
                        money.path("care").asLong(),
                        "scrapRevenue",
                        money.path("scrap").asLong(),
                        "addOnVisits",
                        one(data, "addOn"),
                        "accidentRevenue",
                        accident * revenue,
                        "accidentGrossProfit",
                        accident * margin);
            case "dianmai.aftersales.complaint-opened.v1" -> {
                ZonedDateTime local = at.atZone(zone(store));
                cuts.add("complaint_slot=%s|%d|%d"
                        .formatted(
                                data.path("category").asString(),
                                local.getDayOfWeek().getValue(),
                                local.getHour()));
                yield Map.of("complaintsOpened", 1L);
            }
            case "dianmai.aftersales.complaint-resolved.v1" ->
                Map.of(
                        "complaintsClosed", 1L,
                        "complaintsResolvedOnTime", one(data, "onTime"),
                        "complaintsSatisfied", one(data, "satisfied"));
            case "dianmai.followup.scheduled.v1", "dianmai.followup.reassigned.v1" -> Map.of();
            default -> throw new IllegalArgumentException("the test does not know " + type);
        };
    }

    private void overdue(String store, String type, Instant at, JsonNode data) {
        if (type.equals("dianmai.followup.overdue.v1")) {
            level(store, at, cuts(data.path("dimensions")), 1);
        }
        if (data.has("overdueUnder")) {
            level(store, at, cuts(data.path("overdueUnder")), -1);
            if (type.equals("dianmai.followup.reassigned.v1")) {
                level(store, at, cuts(data.path("dimensions")), 1);
            }
        }
    }

    private void level(String store, Instant at, List<String> cuts, long amount) {
        add(store, at, cuts, "followUpsOverdue", amount);
        put(store + "|ever", cuts, "followUpsOverdue", amount);
    }

    private void stage(String store, String type, Instant at, JsonNode data, int sign) {
        String stage = switch (type) {
            case "dianmai.lead.ordered.v1" -> "ordered";
            case "dianmai.lead.delivered.v1" -> "delivered";
            case "dianmai.lead.lost.v1" -> "lost";
            case "dianmai.lead.visited.v1" -> data.path("visitNumber").asInt() == 1 ? "visited" : "";
            case "dianmai.followup.done.v1" ->
                data.path("purpose").asString().equals("FIRST_RESPONSE") ? "contacted" : "";
            default -> "";
        };
        if (stage.isEmpty() || !data.path("dimensions").has("registeredAt")) {
            return;
        }
        Instant registered = instant(data.path("dimensions"), "registeredAt");
        long hours = Math.max(0, Duration.between(registered, at).toHours());
        List<String> cuts = cuts(data.path("dimensions"));
        cuts.add("stage_time=" + stage + "|" + (hours < 72 ? hours + "h" : hours / 24 + "d"));
        add(
                store,
                registered,
                cuts,
                "cohort" + stage.substring(0, 1).toUpperCase(Locale.ROOT) + stage.substring(1),
                sign);
    }

    private static List<String> cuts(JsonNode dimensions) {
        List<String> cuts = new ArrayList<>();
        Map.of(
                        "advisorId",
                        "advisor",
                        "adviserId",
                        "advisor",
                        "teamId",
                        "team",
                        "channel",
                        "channel",
                        "activityId",
                        "activity",
                        "model",
                        "model")
                .forEach((field, name) -> {
                    if (dimensions.has(field)) {
                        cuts.add(name + "=" + dimensions.path(field).asString());
                    }
                });
        return cuts;
    }

    private void add(String store, Instant at, List<String> cuts, String counter, long amount) {
        ZonedDateTime local = at.atZone(zone(store));
        String day = local.toLocalDate().toString();
        put(store + '|' + day, cuts, counter, amount);
        put(store + '|' + day.substring(0, 7), cuts, counter, amount);
        put(store + '|' + day.substring(0, 4), List.of(), counter, amount);
    }

    private void put(String row, List<String> cuts, String counter, long amount) {
        cells.merge(row + "||" + counter, amount, Long::sum);
        cuts.forEach(cut -> cells.merge(row + '|' + cut + '|' + counter, amount, Long::sum));
    }

    private ZoneId zone(String store) {
        return ZoneId.of(zones.getOrDefault(store, "Asia/Shanghai"));
    }

    private static long one(JsonNode data, String field) {
        return data.path(field).asBoolean(false) ? 1 : 0;
    }

    private static String channel(JsonNode data) {
        return data.path("dimensions").path("channel").asString("");
    }

    private static Instant instant(JsonNode data, String field) {
        return Instant.parse(data.path(field).asString());
    }
}
