package io.dianmai.bench.leads;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.bench.report.Latencies;
import io.dianmai.bench.report.Report;
import io.dianmai.contracts.EventJson;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A group moves in: a file of open leads for each store, from the first request until the last row has its verdict. When
 * all of them have their tasks, one advisor asks for his day again and again. The store keeps everything in memory.
 */
public final class ImportsBench implements Bench {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String ADVISOR = "bench-advisor";
    private static final String PASSWORD = "correct horse battery staple";
    private static final int WARM_UP_QUESTIONS = 200;
    private static final int MODELS = 8;

    @Override
    public Map<String, Integer> sizes() {
        return Map.of("rows", 100_000, "stores", 40, "warmup", 20_000, "questions", 1_000, "storeheap", 10_240);
    }

    @Override
    public Report report() {
        return Report.LEAD_CHAIN;
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws Exception {
        var group = new Group(options.size("stores"));
        try (Machinery machinery = Machinery.withBroker(options.repository(), "imports")) {
            machinery.startLeads(options.size("storeheap"));
            Api api = Api.of(machinery.platform());
            Chain.publish(api, group);
            // A store that is not asked afterwards.
            String last = group.ids().getLast();
            out.println("warming up, %,.0f rows/s"
                    .formatted(take(api, List.of(last), options.size("warmup"), options.size("rows"))));
            List<String> stores = group.ids().subList(0, group.stores() - 1);
            double rowsPerSecond = take(api, stores, options.size("rows"), 0);
            out.println("imported %,.0f rows/s".formatted(rowsPerSecond));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("rowsPerSecond", Math.round(rowsPerSecond));
            figures.put("myDay", myDay(api, options, out));
            return figures;
        }
    }

    /** Rows a second, of a file for each store; {@code from} tells their phones apart from others. */
    private static double take(Api api, List<String> stores, int rows, int from) throws InterruptedException {
        int each = rows / stores.size();
        List<String> files = IntStream.range(0, stores.size())
                .mapToObj(store -> file(stores.get(store), from + store * each, each))
                .toList();
        long begin = System.nanoTime();
        List<String> imports = new ArrayList<>();
        for (int store = 0; store < stores.size(); store++) {
            JsonNode accepted =
                    api.importLeads(stores.get(store), files.get(store)).json();
            imports.add(accepted.path("id").asString());
        }
        for (String id : imports) {
            awaitDone(api, id, each);
        }
        return (double) each * stores.size() * 1e9 / (System.nanoTime() - begin);
    }

    private static String file(String store, int from, int rows) {
        return IntStream.range(from, from + rows)
                .mapToObj(row -> "x-%d,WALK_IN,王小明,137%08d,%s,M%d"
                        .formatted(row, row, Group.consultant(store, row), row % MODELS))
                .collect(Collectors.joining("\n", "reference,channel,customer name,phone,advisor,model\n", "\n"));
    }

    private static void awaitDone(Api api, String id, int rows) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = api.askLeads("/api/imports/" + id).json();
        while (!now.path("state").asString().equals("DONE")) {
            if (System.nanoTime() > end || now.path("state").asString().equals("FAILED")) {
                throw new IllegalStateException("an import does not end: " + now);
            }
            Thread.sleep(POLL);
            now = api.askLeads("/api/imports/" + id).json();
        }
        if (now.path("created").asInt() != rows) {
            throw new IllegalStateException("not all of %d rows made a lead: %s".formatted(rows, now));
        }
    }

    private static Map<String, Object> myDay(Api api, Options options, PrintStream out) throws InterruptedException {
        String store = Group.store(0);
        api.put("/api/registry/people/" + ADVISOR, account(store)).json();
        String token = api.signIn(ADVISOR, PASSWORD);
        int leads = options.size("rows") / (options.size("stores") - 1);
        int tasks = (int) IntStream.range(0, leads)
                .filter(row -> Group.consultant(store, row).equals(Group.consultant(store, 0)))
                .count();
        awaitTasks(api, token, tasks);
        var answered = new Latencies();
        for (int question = 0; question < WARM_UP_QUESTIONS + options.size("questions"); question++) {
            long begin = System.nanoTime();
            api.myDay(token).json();
            if (question >= WARM_UP_QUESTIONS) {
                answered.add(System.nanoTime() - begin);
            }
        }
        out.println("my day with %,d tasks, %s".formatted(tasks, answered.text()));
        Map<String, Object> figures = new LinkedHashMap<>(answered.figures());
        figures.put("tasks", tasks);
        return figures;
    }

    private static String account(String store) {
        return EventJson.MAPPER.writeValueAsString(Map.of(
                "password",
                PASSWORD,
                "temporary",
                false,
                "staffId",
                Group.consultant(store, 0),
                "role",
                "SALES_CONSULTANT",
                "place",
                "store:" + store));
    }

    private static void awaitTasks(Api api, String token, int tasks) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (api.myDay(token).json().path("counts").path("open").asInt() < tasks) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all leads have a task after " + PATIENCE);
            }
            Thread.sleep(POLL);
        }
    }
}
