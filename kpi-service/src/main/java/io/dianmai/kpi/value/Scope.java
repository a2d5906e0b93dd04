package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import java.util.Optional;

/** Which stores values are asked for. */
sealed interface Scope {
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

    /** Reads {@code group}, {@code region:<id>}, {@code brand:<id>} or {@code store:<id>}; empty for anything else. */
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
            case "store" -> Optional.of(new Store(id));
            default -> Optional.empty();
        };
    }
}
