package io.dianmai.bench.queries;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.platform.BenchTopics;
import io.dianmai.bench.platform.EventWriter;
import io.dianmai.bench.platform.GroupLag;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.bench.report.Latencies;
import io.dianmai.contracts.Topics;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Questions about a large group, asked of kpi-service over HTTP, with the embedded store on its file as {@code ./dianmai up} runs it.
 * Goals: group month with ranking 200 ms, group year 500 ms at the 99th percentile, with one client.
 */
public final class QueriesBench implements Bench {
    private static final Duration LINGER = Duration.ofMillis(5);
    private static final Duration SEEDING = Duration.ofHours(1);
    private static final int MANY_CLIENTS = 4;

    @Override
    public Map<String, Integer> sizes() {
        return Map.of("stores", 1_000, "days", 400, "seconds", 20);
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws Exception {
        try (Machinery machinery = Machinery.withBroker(options.repository(), "queries")) {
            machinery.startKpisAndGateway();
            out.println(seed(options, machinery));
            return measure(options, Api.of(machinery.platform()), out);
        }
    }

    private static String seed(Options options, Machinery machinery) throws ExecutionException, InterruptedException {
        var group = new Group(options.size("stores"));
        String servers = machinery.bootstrapServers();
        long begin = System.nanoTime();
        try (var writer = new EventWriter(servers, LINGER);
                var seeder = new RowSeeder(servers, BenchTopics.PARTITIONS);
                Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            writer.publish(group);
            long rows = seeder.seed(group, lastDay(), options.size("days"));
            new GroupLag(admin, "kpi-service.rows", List.of(Topics.KPI_ROWS)).watch(SEEDING);
            new GroupLag(admin, "kpi-service.org-events", List.of(Topics.ORG_EVENTS)).watch(SEEDING);
            return "%,d rows of %,d stores in the read model after %.0f s"
                    .formatted(rows, group.stores(), (System.nanoTime() - begin) / 1e9);
        }
    }

    private static Map<String, Object> measure(Options options, Api api, PrintStream out)
            throws ExecutionException, InterruptedException {
        var load = new QueryLoad(api);
        var time = Duration.ofSeconds(options.size("seconds"));
        Map<String, Object> figures = new LinkedHashMap<>();
        for (var question : questions().entrySet()) {
            int status = api.askKpis(question.getValue()).status();
            if (status == 200) {
                figures.putAll(measure(question.getKey(), question.getValue(), load, time, out));
            } else {
                out.println("%-22s not measured: answered %d".formatted(question.getKey(), status));
                figures.put(question.getKey(), Map.of("status", status));
            }
        }
        figures.put("goalsMillis", Map.of("group month ranking", 200, "group year", 500));
        return figures;
    }

    private static Map<String, Object> measure(String name, String path, QueryLoad load, Duration time, PrintStream out)
            throws ExecutionException, InterruptedException {
        load.measure(path, 1, time.dividedBy(4));
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int clients : new int[] {1, MANY_CLIENTS}) {
            Latencies latencies = load.measure(path, clients, time);
            out.println("%-22s %d client(s): %s".formatted(name, clients, latencies.text()));
            figures.put(clients == 1 ? name : name + " by " + clients, latencies.figures());
        }
        return figures;
    }

    private static Map<String, String> questions() {
        YearMonth month = YearMonth.from(lastDay()).minusMonths(1);
        String from = lastDay().minusDays(365).toString();
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("group month", "/api/kpis/values?scope=group&period=" + month);
        questions.put(
                "group month ranking", "/api/kpis/ranking?kpi=close-rate&level=store&scope=group&period=" + month);
        questions.put(
                "group year", "/api/kpis/values?scope=group&period=" + lastDay().getYear());
        questions.put(
                "store trend",
                "/api/kpis/trend?kpi=close-rate&step=day&scope=store:" + Group.store(7) + "&from=" + from + "&to="
                        + lastDay());
        return questions;
    }

    private static LocalDate lastDay() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }
}
