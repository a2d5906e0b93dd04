package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts by hand what rows would say: each amount in the day, month and year of its store's zone. */
final class Ledger {
    private final Map<RowKey, Map<String, Long>> totals = new LinkedHashMap<>();
    private final Map<RowKey, Map<String, Map<String, Long>>> advisors = new LinkedHashMap<>();

    Ledger add(StorePublished store, String instant, Counter counter, long amount) {
        return add(store, instant, counter, amount, null);
    }

    Ledger add(StorePublished store, String instant, Counter counter, long amount, @Nullable String advisor) {
        LocalDate day = LocalDate.ofInstant(Instant.parse(instant), ZoneId.of(store.zone()));
        List<String> periods = new ArrayList<>(List.of(
                day.toString(), day.toString().substring(0, 7), day.toString().substring(0, 4)));
        if (counter.isGauge()) {
            periods.add(RowKey.EVER);
        }
        for (String period : periods) {
            RowKey row = new RowKey(store.storeId(), period);
            totals.computeIfAbsent(row, _ -> new LinkedHashMap<>()).merge(counter.catalogueName(), amount, Long::sum);
            if (advisor != null && (period.length() != 4 || period.equals(RowKey.EVER))) {
                advisors.computeIfAbsent(row, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(advisor, _ -> new LinkedHashMap<>())
                        .merge(counter.catalogueName(), amount, Long::sum);
            }
        }
        return this;
    }

    List<KpiRows.Placed> rows() {
        return rows(1);
    }

    List<KpiRows.Placed> rows(long offset) {
        return totals.entrySet().stream()
                .map(row -> TestRows.placed(
                        new RowSnapshot(
                                row.getKey().storeId(),
                                row.getKey().period(),
                                1,
                                Instant.parse("2026-11-21T00:00:00Z"),
                                row.getValue(),
                                advisors.getOrDefault(row.getKey(), Map.of()).entrySet().stream()
                                        .map(slice -> new RowSnapshot.SliceCounters(
                                                "advisor", slice.getKey(), slice.getValue()))
                                        .toList()),
                        offset))
                .toList();
    }
}
