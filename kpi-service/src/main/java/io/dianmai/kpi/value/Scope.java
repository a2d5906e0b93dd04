package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which stores values are asked for. */
public sealed interface Scope {
    boolean contains(StorePublished store);

    record Group() implements Scope {
        @Override
        public boolean contains(StorePublished store) {
            return true;
        }
    }

    record Region(String id) implements Scope {
        @Override
        public boolean contains(StorePublished store) {
            return store.regionId().equals(id);
        }
    }

    record Brand(String id) implements Scope {
        @Override
        public boolean contains(StorePublished store) {
            return store.brandId().equals(id);
        }
    }

    record Store(String id) implements Scope {
        @Override
        public boolean contains(StorePublished store) {
            return store.storeId().equals(id);
        }
    }

    /** All stores of one tier (店别). */
    record OfTier(Tier tier) implements Scope {
        @Override
        public boolean contains(StorePublished store) {
            return store.tier() == tier;
        }

        private static Optional<Scope> named(String name) {
            return Arrays.stream(Tier.values())
                    .filter(tier -> tier.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .map(OfTier::new);
        }
    }

    /**
     * Reads {@code group}, {@code region:<id>}, {@code brand:<id>}, {@code tier:mid}, {@code tier:premium} or
     * {@code store:<id>}; empty for anything else.
     */
    static Optional<Scope> parse(String text) {
        if (text.equals("group")) {
            return Optional.of(new Group());
        }
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1) {
            return Optional.empty();
        }
        String id = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "region" -> Optional.of(new Region(id));
            case "brand" -> Optional.of(new Brand(id));
            case "tier" -> OfTier.named(id);
            case "store" -> Optional.of(new Store(id));
            default -> Optional.empty();
        };
    }
}
