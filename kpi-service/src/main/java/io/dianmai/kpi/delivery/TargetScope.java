package io.dianmai.kpi.delivery;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose stores' reminders a target gets. */
public sealed interface TargetScope {
    record Group() implements TargetScope {}

    record Region(String id) implements TargetScope {}

    record Brand(String id) implements TargetScope {}

    record OfTier(Tier tier) implements TargetScope {}

    record Store(String id) implements TargetScope {}

    /** Reads {@code group}, {@code region:<id>}, {@code brand:<id>}, {@code tier:mid|premium} or {@code store:<id>}. */
    static Optional<TargetScope> parse(String text) {
        if (text.equals("group")) {
            return Optional.of(new Group());
        }
        int colon = text.indexOf(':');
        if (colon < 0 || text.substring(colon + 1).isBlank()) {
            return Optional.empty();
        }
        String id = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "region" -> Optional.of(new Region(id));
            case "brand" -> Optional.of(new Brand(id));
            case "store" -> Optional.of(new Store(id));
            case "tier" ->
                Arrays.stream(Tier.values())
                        .filter(tier -> tier.name().toLowerCase(Locale.ROOT).equals(id))
                        .findFirst()
                        .map(OfTier::new);
            default -> Optional.empty();
        };
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case Group() -> "group";
            case Region(String id) -> "region:" + id;
            case Brand(String id) -> "brand:" + id;
            case OfTier(Tier tier) -> "tier:" + tier.name().toLowerCase(Locale.ROOT);
            case Store(String id) -> "store:" + id;
        };
    }

    /**
     * Whether a store belongs to it.
     *
     * @param store what the registry says of it; absent while it does not name it
     */
    default boolean contains(String storeId, @Nullable StorePublished store) {
        return switch (this) {
            case Group() -> true;
            case Store(String id) -> id.equals(storeId);
            case Region(String id) -> store != null && id.equals(store.regionId());
            case Brand(String id) -> store != null && id.equals(store.brandId());
            case OfTier(Tier tier) -> store != null && tier == store.tier();
        };
    }
}
