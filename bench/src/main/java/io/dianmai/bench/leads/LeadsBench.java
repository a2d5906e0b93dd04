package io.dianmai.bench.leads;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.bench.report.Report;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leads registered by REST, one a request, counted where the chain ends: at the first follow-up task and in the KPI. The store keeps everything in
 * memory. First by so many connections that each ask again as soon as they were answered, then by the clock.
 */
public final class LeadsBench implements Bench {
    private static final Duration WARM_UP_ROUND = Duration.ofSeconds(20);

    @Override
    public Map<String, Integer> sizes() {
        return Map.of(
                "rate", 1_000, "seconds", 30, "warmup", 30_000, "stores", 20, "connections", 16, "storeheap", 7_168);
    }

    @Override
    public Report report() {
        return Report.LEAD_CHAIN;
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws Exception {
        Duration measured = Duration.ofSeconds(options.size("seconds"));
        Map<String, Object> figures = new LinkedHashMap<>();
        try (Machinery machinery = Machinery.withBroker(options.repository(), "leads")) {
            machinery.startLeads(options.size("storeheap"));
            var group = new Group(options.size("stores"));
            var chain = new Chain(Api.of(machinery.platform()), machinery.bootstrapServers(), group);
            int connections = options.size("connections");
            warmUp(chain, connections, options.size("warmup"), out);
            Trial free = chain.run(Pace.unbounded(), connections, measured);
            out.println("as fast as it goes, " + free.text());
            figures.put("asFastAsItGoes", free.figures());
            int rate = free.sustainable(options.size("rate"));
            Trial clocked = chain.run(Pace.of(rate), connections, measured);
            out.println("by the clock, %,d/s, %s".formatted(rate, clocked.text()));
            figures.put("byTheClock", clocked.figures());
        }
        return figures;
    }

    /** Six cold JVMs on a few cores have enough to do with compiling themselves: what they can do shows much later. */
    private static void warmUp(Chain chain, int connections, int leads, PrintStream out) throws InterruptedException {
        int registered = 0;
        while (registered < leads) {
            Trial round = chain.run(Pace.unbounded(), connections, WARM_UP_ROUND);
            registered += round.leads();
            out.println("warming up, %,d leads so far, %s".formatted(registered, round.text()));
        }
    }
}
