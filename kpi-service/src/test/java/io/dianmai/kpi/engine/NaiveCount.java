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
                expected(store, event.type(), data);
                stock(store, event.type(), event.time(), data);
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
            case "dianmai.lead.merged.v1" -> {
                if (data.path("dimensions").has("registeredAt")) {
                    Instant registered = instant(data.path("dimensions"), "registeredAt");
                    add(store, registered, lasting(data.path("dimensions")), "leadsRegistered", -1);
                    add(store, registered, lasting(data.path("dimensions")), "webLeadsRegistered", -web);
                }
                yield Map.of("leadsMerged", 1L);
            }
            case "dianmai.lead.registered-again.v1" -> Map.of("leadsRegisteredAgain", 1L);
            case "dianmai.lead.clashed.v1" -> Map.of("leadsClashed", 1L);
            case "dianmai.lead.reopened.v1" -> Map.of("leadsReopened", 1L);
            case "dianmai.lead.contacted.v1" -> Map.of("leadsContacted", 1L);
            case "dianmai.lead.quoted.v1" -> Map.of("quotes", 1L);
            case "dianmai.lead.loss-proposed.v1" -> Map.of("lossesProposed", 1L);
            case "dianmai.lead.loss-refused.v1" -> Map.of("lossesRefused", 1L);
            case "dianmai.lead.payment-received.v1" ->
                Map.of("paymentsReceived", data.path("amount").asLong());
            case "dianmai.activity.cost-booked.v1" -> {
                cuts.add("channel=" + data.path("channel").asString());
                if (data.has("activityId")) {
                    cuts.add("activity=" + data.path("activityId").asString());
                }
                yield Map.of("campaignCost", data.path("amount").asLong());
            }
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
                String day = at.atZone(zone(store)).toLocalDate().toString();
                String due =
                        instant(data, "dueAt").atZone(zone(store)).toLocalDate().toString();
                yield Map.of(
                        "followUpsDue", 1 - one(data, "wasOverdue"),
                        "followUpsEarly", day.compareTo(due) < 0 ? one(data, "onTime") : 0L,
                        "followUpsLate", 1 - one(data, "onTime"),
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
            case "dianmai.followup.skipped.v1" -> Map.of("followUpsSkipped", 1L);
            case "dianmai.followup.scheduled.v1",
                    "dianmai.followup.reassigned.v1",
                    "dianmai.lead.order-changed.v1",
                    "dianmai.stock.stocked.v1",
                    "dianmai.stock.sold.v1",
                    "dianmai.stock.transferred.v1" -> Map.of();
            default -> throw new IllegalArgumentException("the test does not know " + type);
        };
    }

    /** What an order has still to bring, day by day. */
    private void expected(String store, String type, JsonNode data) {
        switch (type) {
            case "dianmai.lead.ordered.v1" -> expect(store, data, data, "expectedPayment", rest(data));
            case "dianmai.lead.order-changed.v1" -> {
                expect(
                        store,
                        data,
                        data,
                        "previousExpectedPayment",
                        -data.path("outstanding").asLong());
                expect(
                        store,
                        data,
                        data,
                        "expectedPayment",
                        data.path("outstanding").asLong());
            }
            case "dianmai.lead.order-cancelled.v1" -> {
                JsonNode ordered = data.path("ordered");
                if (data.has("outstanding")) {
                    expect(
                            store,
                            ordered,
                            data,
                            "expectedPayment",
                            -data.path("outstanding").asLong());
                } else {
                    expect(store, ordered, ordered, "expectedPayment", -rest(ordered));
                }
            }
            default -> {}
        }
    }

    private static long rest(JsonNode ordered) {
        return ordered.path("price").asLong() - ordered.path("deposit").asLong();
    }

    private void expect(String store, JsonNode cut, JsonNode data, String field, long amount) {
        if (data.has(field)) {
            add(store, instant(data, field), lasting(cut.path("dimensions")), "paymentsExpected", amount);
        }
    }

    private void stock(String store, String type, Instant at, JsonNode data) {
        if (type.startsWith("dianmai.stock.")) {
            long vehicles = type.equals("dianmai.stock.stocked.v1") ? 1 : -1;
            List<String> cuts =
                    List.of("model=" + data.path("vehicle").path("model").asString());
            Instant aged = instant(data, "agedFrom").plusSeconds(90 * 86_400);
            level(store, at, cuts, "stockOnHand", vehicles);
            level(store, aged.isAfter(at) ? aged : at, cuts, "stockOver90Days", vehicles);
        }
    }

    private static List<String> lasting(JsonNode dimensions) {
        return cuts(dimensions).stream()
                .filter(cut -> cut.startsWith("channel=") || cut.startsWith("activity="))
                .toList();
    }

    private void overdue(String store, String type, Instant at, JsonNode data) {
        if (type.equals("dianmai.followup.overdue.v1")) {
            level(store, at, cuts(data.path("dimensions")), "followUpsOverdue", 1);
        }
        if (data.has("overdueUnder")) {
            level(store, at, cuts(data.path("overdueUnder")), "followUpsOverdue", -1);
            if (type.equals("dianmai.followup.reassigned.v1")) {
                level(store, at, cuts(data.path("dimensions")), "followUpsOverdue", 1);
            }
        }
    }

    private void level(String store, Instant at, List<String> cuts, String counter, long amount) {
        add(store, at, cuts, counter, amount);
        put(store + "|ever", cuts, counter, amount);
    }

    private void stage(String store, String type, Instant at, JsonNode data, int sign) {
        String stage = switch (type) {
            case "dianmai.lead.ordered.v1" -> "ordered";
            case "dianmai.lead.delivered.v1" -> "delivered";
            case "dianmai.lead.lost.v1" -> "lost";
            case "dianmai.lead.visited.v1" -> data.path("visitNumber").asInt() == 1 ? "visited" : "";
            case "dianmai.lead.contacted.v1" -> "contacted";
            case "dianmai.lead.quoted.v1" -> data.path("quoteNumber").asInt(0) == 1 ? "negotiating" : "";
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
