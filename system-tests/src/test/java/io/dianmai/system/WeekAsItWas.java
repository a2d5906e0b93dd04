package io.dianmai.system;

import io.dianmai.contracts.Envelope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the platform made of the played week, in the words of the hand-made tables. */
final class WeekAsItWas {
    static final List<String> CUSTOMERS =
            List.of("zhang", "li", "wang", "zhao", "sun", "zhou", "wu", "qian", "chen", "lin", "hist-1", "portal:A-77");

    /** Given to somebody by the store's rule, at their registration or when nobody answered them. */
    private static final Set<String> BY_RULE = Set.of("lin", "portal:A-77");

    private static final List<String> VEHICLES = List.of("KC-1", "KC-2", "KC-3", "KC-4");

    private final Week week;
    private final Dealership dealership;
    private final Acts acts;
    private final Map<String, String> names = new TreeMap<>();

    WeekAsItWas(Week week, Dealership dealership, Acts acts) {
        this.week = week;
        this.dealership = dealership;
        this.acts = acts;
        CUSTOMERS.forEach(ref -> names.put(dealership.lead(ref), ref));
        VEHICLES.forEach(ref -> names.put(dealership.id("vehicle", ref), ref));
        names.put(dealership.id("activity", "show"), "show");
        names.put(dealership.id("channel-costs", "WEB"), "channel-costs");
    }

    /** By day and customer, vehicle or activity: the kinds of events, sorted, of everything until the week's end. */
    Map<String, String> events(List<Envelope<?>> told) {
        return told.stream()
                .filter(event -> event.time().isBefore(week.end()))
                .collect(Collectors.groupingBy(
                        event -> week.dayOf(event.time()) + " " + name(event),
                        TreeMap::new,
                        Collectors.mapping(
                                WeekAsItWas::kind,
                                Collectors.collectingAndThen(Collectors.toList(), WeekAsItWas::sorted))));
    }

    static String sorted(Collection<String> kinds) {
        return kinds.stream().sorted().collect(Collectors.joining(" "));
    }

    private String name(Envelope<?> event) {
        return kind(event).equals("visit-logged")
                ? "visits"
                : names.getOrDefault(event.aggregateId(), event.aggregateId());
    }

    /** {@code dianmai.lead.registered.v1} is registered. */
    private static String kind(Envelope<?> event) {
        return event.type().split("\\.")[2];
    }

    /** By advisor and customer: what for, and when. */
    Map<String, String> tasks() {
        var tasks = new TreeMap<String, String>();
        for (String advisor : List.of("a1", "a2", "a3", "a4")) {
            JsonNode day = acts.get(advisor, "/api/my-day");
            Stream.of("overdue", "today", "next")
                    .flatMap(list -> Json.list(day.path(list)).stream())
                    .filter(task -> names.containsKey(task.path("leadId").asString()))
                    .forEach(task -> tasks.put(owner(advisor, task) + " " + customer(task), task(task)));
        }
        return tasks;
    }

    /** Nobody can tell by hand whom the hash of a lead's id gives it to. */
    private String owner(String advisor, JsonNode task) {
        return BY_RULE.contains(customer(task)) ? "?" : advisor;
    }

    private String customer(JsonNode task) {
        return String.valueOf(names.get(task.path("leadId").asString()));
    }

    private String task(JsonNode task) {
        return task.path("purpose").asString() + " " + moment(task.path("dueAt"));
    }

    /** Of the rungs whose time was in the week: by kind, customer and time, whom they told. */
    Map<String, String> reminders() {
        return dealership.group().reminders().stream()
                .filter(reminder ->
                        Instant.parse(reminder.path("rungAt").asString()).isBefore(week.end()))
                .collect(Collectors.toMap(this::rung, this::told, (a, b) -> a + " and again " + b, TreeMap::new));
    }

    private String rung(JsonNode reminder) {
        String about = reminder.path("aggregateId").asString();
        return reminder.path("kind").asString() + " " + names.getOrDefault(about, about) + " "
                + moment(reminder.path("rungAt"));
    }

    private String told(JsonNode reminder) {
        return sorted(Json.list(reminder.path("recipients")).stream()
                .map(staffId -> dealership.who(staffId.asString()))
                .toList());
    }

    /** KPIs of both stores in the week that have a value. */
    Map<String, String> numbers() {
        return Json.list(dealership.group().values(week.period()).path("values")).stream()
                .filter(value -> value.path("value").isNumber())
                .collect(Collectors.toMap(
                        value -> value.path("kpi").asString(),
                        value -> plain(value.path("value")),
                        (a, _) -> a,
                        TreeMap::new));
    }

    static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private String moment(JsonNode instant) {
        return week.momentOf(Instant.parse(instant.asString()));
    }

    /** Keeps the lines about what a table names. */
    static <V> Map<String, V> only(Collection<String> wanted, Map<String, V> all) {
        return wanted.stream().filter(all::containsKey).collect(Collectors.toMap(Function.identity(), all::get));
    }
}
