package io.dianmai.local.sample;

import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.local.SignIns;
import io.dianmai.local.sample.GatewayClient.Answer;
import io.dianmai.local.sample.journey.SampleFact;
import java.io.PrintStream;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits until the numbers show the history, as HQ sees them, as long as they move; they come anyway. */
final class Digestion {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final GatewayClient gateway;
    private final SignIns signIns;
    private final PrintStream out;

    Digestion(GatewayClient gateway, SignIns signIns, PrintStream out) {
        this.gateway = gateway;
        this.signIns = signIns;
        this.out = out;
    }

    void await(List<SampleFact> history) {
        List<SampleFact> leads = history.stream()
                .filter(fact -> fact.data() instanceof LeadReceived)
                .toList();
        Set<YearMonth> months = leads.stream()
                .map(fact -> YearMonth.from(fact.time().atZone(ZONE)))
                .collect(Collectors.toUnmodifiableSet());
        long moved = System.nanoTime();
        long counted = 0;
        while (counted < leads.size() && System.nanoTime() - moved < PATIENCE.toNanos()) {
            Persistence.pause(POLL);
            long before = counted;
            counted = new Persistence(PATIENCE).insistOn(() -> leadsCounted(months));
            if (counted > before) {
                moved = System.nanoTime();
                out.printf("numbers %3d %%%n", Math.min(100, 100 * counted / leads.size()));
            }
        }
        if (counted < leads.size()) {
            out.println("the numbers have not moved for a minute; what is missing will follow");
        }
    }

    private long leadsCounted(Set<YearMonth> months) throws Unavailable {
        String token = gateway.tokenOf(signIns.person("hq").orElseThrow());
        long counted = 0;
        for (YearMonth month : months) {
            Answer answer = gateway.get("/api/kpis/values?scope=group&kpi=leads-registered&period=" + month, token);
            counted += answer.good()
                    ? answer.json().path("values").path(0).path("numerator").longValue(0)
                    : 0;
        }
        return counted;
    }
}
