package io.dianmai.kit.policy;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something happens.
 *
 * @param brandId null while the registry has not named the store
 * @param tier null while the registry has not named the store
 */
public record Place(
        String storeId, @Nullable String brandId, @Nullable Tier tier) {

    /** A store as the registry has it. */
    public static Place of(StorePublished store) {
        return new Place(store.storeId(), store.brandId(), store.tier());
    }

    /** A store that the registry has not named. */
    public static Place unknown(String storeId) {
        return new Place(storeId, null, null);
    }

    /** The scopes that it lies in, the most specific first. */
    List<PolicyScope> scopes() {
        return Stream.<@Nullable PolicyScope>of(
                        new PolicyScope.Store(storeId),
                        brandId == null ? null : new PolicyScope.Brand(brandId),
                        tier == null ? null : new PolicyScope.OfTier(tier),
                        PolicyScope.group())
                .filter(Objects::nonNull)
                .toList();
    }
}
