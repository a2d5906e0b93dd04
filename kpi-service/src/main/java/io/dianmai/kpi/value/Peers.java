package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is compared with whom, of all stores of the group. */
final class Peers {
    private final List<StorePublished> everyone;
    private final Map<String, List<StorePublished>> byBrand;

    Peers(List<StorePublished> everyone) {
        this.everyone = everyone;
        byBrand = Level.BRAND.group(everyone);
    }

    /** The brand that these stores have in common. */
    static Optional<String> commonBrand(Collection<StorePublished> stores) {
        Set<String> brands = stores.stream().map(StorePublished::brandId).collect(Collectors.toSet());
        return brands.size() == 1 ? brands.stream().findFirst() : Optional.empty();
    }

    List<StorePublished> ofBrand(String brand) {
        return byBrand.getOrDefault(brand, List.of());
    }

    /**
     * The comparisons that a scope takes part in, each with the stores of every peer. A store stands among those of its
     * brand and of the group; a brand, region or tier among its like; part of one among nobody.
     *
     * @param stores those of the scope that are asked for
     */
    Map<String, Map<String, List<StorePublished>>> rivals(Scope scope, List<StorePublished> stores) {
        Map<String, Map<String, List<StorePublished>>> rivals = new LinkedHashMap<>();
        boolean whole = everyone.stream().filter(scope::contains).count() == stores.size();
        if (whole && !stores.isEmpty() && !(scope instanceof Scope.Group)) {
            Level level = level(scope);
            if (level == Level.STORE) {
                String brand = stores.getFirst().brandId();
                rivals.put("brand:" + brand, level.group(ofBrand(brand)));
            }
            rivals.put("group", level.group(everyone));
        }
        return rivals;
    }

    /** What a scope is one of; a group is alone. */
    static Level level(Scope scope) {
        return switch (scope) {
            case Scope.Group _, Scope.Store _ -> Level.STORE;
            case Scope.Region _ -> Level.REGION;
            case Scope.Brand _ -> Level.BRAND;
            case Scope.OfTier _ -> Level.TIER;
        };
    }
}
