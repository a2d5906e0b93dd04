package io.dianmai.kit.policy;

import io.dianmai.contracts.org.Tier;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a policy holds. Of two, the more specific one wins: a store's, its brand's, its tier's, the group's. */
public sealed interface PolicyScope {
    /** The less specific ones first, then by id. */
    Comparator<PolicyScope> ORDER =
            Comparator.<PolicyScope>comparingInt(PolicyScope::rank).thenComparing(PolicyScope::text);

    /** All stores. */
    record Group() implements PolicyScope {}

    /** Stores of a tier (店别). */
    record OfTier(Tier tier) implements PolicyScope {}

    /** Stores of a brand. */
    record Brand(String id) implements PolicyScope {}

    /** One store. */
    record Store(String id) implements PolicyScope {}

    /** All stores. */
    static PolicyScope group() {
        return new Group();
    }

    /** Reads {@code group}, {@code tier:mid}, {@code brand:<id>} or {@code store:<id>}; nothing stands for the group. */
    static Optional<PolicyScope> parse(@Nullable String text) {
        if (text == null || text.equals("group")) {
            return Optional.of(group());
        }
        int colon = text.indexOf(':');
        if (colon < 0 || text.substring(colon + 1).isBlank()) {
            return Optional.empty();
        }
        String id = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "tier" -> tier(id);
            case "brand" -> Optional.of(new Brand(id));
            case "store" -> Optional.of(new Store(id));
            default -> Optional.empty();
        };
    }

    private static Optional<PolicyScope> tier(String name) {
        for (Tier tier : Tier.values()) {
            if (name(tier).equals(name)) {
                return Optional.of(new OfTier(tier));
            }
        }
        return Optional.empty();
    }

    private static String name(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    private static int rank(PolicyScope scope) {
        return switch (scope) {
            case Group() -> 0;
            case OfTier _ -> 1;
            case Brand _ -> 2;
            case Store _ -> 3;
        };
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case Group() -> "group";
            case OfTier(Tier tier) -> "tier:" + name(tier);
            case Brand(String id) -> "brand:" + id;
            case Store(String id) -> "store:" + id;
        };
    }
}
