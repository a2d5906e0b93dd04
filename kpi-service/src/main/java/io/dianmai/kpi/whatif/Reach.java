package io.dianmai.kpi.whatif;

import io.dianmai.kpi.ladder.LadderScope;
import io.dianmai.kpi.ladder.LadderScope.Brand;
import io.dianmai.kpi.ladder.LadderScope.Group;
import io.dianmai.kpi.ladder.LadderScope.OfTier;
import io.dianmai.kpi.ladder.LadderScope.Store;
import io.dianmai.kpi.ladder.Place;

/** How far scopes of ladders reach. */
final class Reach {
    private Reach() {}

    static boolean covers(LadderScope scope, Place place) {
        return switch (scope) {
            case Group _ -> true;
            case OfTier(var tier) -> tier == place.tier();
            case Brand(String id) -> id.equals(place.brandId());
            case Store(String id) -> id.equals(place.storeId());
        };
    }

    /** Of two that cover the same place. */
    static boolean isMoreSpecific(LadderScope one, LadderScope other) {
        return LadderScope.ORDER.compare(one, other) > 0;
    }
}
