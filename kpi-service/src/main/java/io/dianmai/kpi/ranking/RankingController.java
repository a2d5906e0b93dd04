package io.dianmai.kpi.ranking;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.value.Freshness;
import io.dianmai.kpi.value.HeardStores;
import io.dianmai.kpi.value.KpiValues;
import io.dianmai.kpi.value.Level;
import io.dianmai.kpi.value.QueryTerms;
import io.dianmai.kpi.value.Ranks;
import io.dianmai.kpi.value.ReportingPeriod;
import io.dianmai.kpi.value.Scope;
import io.dianmai.kpi.value.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/kpis/ranking}: who stands where in a KPI. All stores of the scope are ranked, whoever asks; the viewer
 * sees the rows of the stores of the token, and of a brand, region or tier when all of its stores are among them.
 */
@RestController
class RankingController {
    private static final ProblemType UNKNOWN_LEVEL =
            ProblemType.of("unknown-level", "There is no such level", HttpStatus.BAD_REQUEST);

    private final QueryTerms terms;
    private final KpiValues values;
    private final HeardStores heard;

    RankingController(QueryTerms terms, KpiValues values, HeardStores heard) {
        this.terms = terms;
        this.values = values;
        this.heard = heard;
    }

    private record Asked(Kpi kpi, ReportingPeriod period, Level level, Scope scope, Viewer viewer) {
        /** The last ones are flagged per quarter. */
        boolean flags() {
            return level == Level.STORE && period instanceof ReportingPeriod.Quarter;
        }
    }

    @GetMapping("/api/kpis/ranking")
    Ranking ranking(
            Viewer viewer,
            @RequestParam("kpi") String code,
            @RequestParam String period,
            @RequestParam(name = "level", defaultValue = "store") String levelName,
            @RequestParam(defaultValue = "group") String scope) {
        Level level = Level.named(levelName)
                .orElseThrow(
                        () -> QueryTerms.problem(UNKNOWN_LEVEL, "level", "level is store, brand, region or tier."));
        Asked asked = new Asked(terms.kpi(code), terms.period(period), level, terms.scope(scope), viewer);
        Freshness heardTo = heard.of(terms.visible(viewer, asked.scope()));
        Map<String, Standing> standings = standings(asked);
        Map<String, BottomThree> last = asked.flags() ? lastOfBrands(standings) : Map.of();
        Map<String, List<StorePublished>> peers = level.group(inScope(asked));
        Ranks ranks = Ranks.of(peers.keySet().stream()
                .map(id -> Objects.requireNonNull(standings.get(id)))
                .toList());
        return new Ranking(
                asked.kpi().code(),
                name(asked.kpi().unit()),
                name(asked.kpi().better()),
                period,
                levelName,
                scope,
                ranks.size(),
                heardTo,
                asked.flags(),
                asked.flags() ? tooFew(last) : null,
                rows(asked, peers, standings, ranks, last));
    }

    /** Of all peers in the scope; where brands are flagged of their other stores as well. */
    private Map<String, Standing> standings(Asked asked) {
        Set<String> brands =
                inScope(asked).stream().map(StorePublished::brandId).collect(Collectors.toSet());
        List<StorePublished> ranked = asked.flags()
                ? terms.everyone().stream()
                        .filter(store -> brands.contains(store.brandId()))
                        .toList()
                : inScope(asked);
        Map<String, Standing> standings = new HashMap<>();
        values.standings(asked.kpi(), asked.period(), asked.level().group(ranked), terms.everyone())
                .forEach(standing -> standings.put(standing.id(), standing));
        return standings;
    }

    private List<StorePublished> inScope(Asked asked) {
        return terms.everyone().stream().filter(asked.scope()::contains).toList();
    }

    private Map<String, BottomThree> lastOfBrands(Map<String, Standing> standings) {
        Map<String, BottomThree> last = new TreeMap<>();
        Level.BRAND
                .group(terms.everyone().stream()
                        .filter(store -> standings.containsKey(store.storeId()))
                        .toList())
                .forEach((brand, stores) -> last.put(
                        brand,
                        BottomThree.of(stores.stream()
                                .map(store -> Objects.requireNonNull(standings.get(store.storeId())))
                                .toList())));
        return last;
    }

    private static List<String> tooFew(Map<String, BottomThree> last) {
        return last.entrySet().stream()
                .filter(brand -> brand.getValue().tooFew())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Ranking.Row> rows(
            Asked asked,
            Map<String, List<StorePublished>> peers,
            Map<String, Standing> standings,
            Ranks ranks,
            Map<String, BottomThree> last) {
        return peers.entrySet().stream()
                .filter(peer -> peer.getValue().stream()
                        .allMatch(store -> asked.viewer().maySee(store.storeId())))
                .map(peer -> Objects.requireNonNull(standings.get(peer.getKey())))
                .sorted(Standing.BEST_FIRST)
                .map(standing -> {
                    StorePublished example =
                            Objects.requireNonNull(peers.get(standing.id())).getFirst();
                    return Ranking.Row.of(
                            asked.level(), example, standing, ranks, flagged(last.get(example.brandId()), standing));
                })
                .toList();
    }

    private static @Nullable Boolean flagged(@Nullable BottomThree last, Standing standing) {
        return last == null ? null : last.flagged().contains(standing.id());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
