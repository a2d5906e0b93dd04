package io.dianmai.kpi.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dianmai.contracts.org.StorePublished;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Up to when the stores of an answer have been heard.
 *
 * @param oldest of those that were ever heard; null when none was
 * @param stores by store id
 * @param never stores of which nothing was ever heard
 */
public record Freshness(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant oldest,
        Map<String, Instant> stores,
        List<String> never) {

    static Freshness of(Collection<StorePublished> stores, Function<String, @Nullable Instant> heard) {
        Map<String, Instant> byStore = new TreeMap<>();
        for (StorePublished store : stores) {
            Instant heardTo = heard.apply(store.storeId());
            if (heardTo != null) {
                byStore.put(store.storeId(), heardTo);
            }
        }
        return new Freshness(
                byStore.values().stream()
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                byStore,
                stores.stream()
                        .map(StorePublished::storeId)
                        .filter(id -> !byStore.containsKey(id))
                        .sorted()
                        .toList());
    }
}
