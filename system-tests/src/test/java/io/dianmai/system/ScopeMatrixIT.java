package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, asked by everybody, about the own store and another one: {@code scope.table} says what comes of it. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeMatrixIT {
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "POST /api/imports", "text/csv",
            "POST /api/adf", "application/xml",
            "POST /api/targets/import", "text/csv",
            "POST /api/registry/imports/{what}", "text/csv",
            "POST /oauth2/token", "application/x-www-form-urlencoded",
            "POST /api/store-events", Door.STRUCTURED);

    /** It never ends: whether it begins is tested where streams are. */
    private static final String STREAM = "GET /api/stream";

    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    /** Answers to whoever was let in: done, or not possible as things are. */
    private static final Set<Integer> LET_IN = Set.of(200, 201, 202, 204, 409, 412, 422, 428);

    private final Door door;
    private final ScopeWorld world;

    ScopeMatrixIT(RunningPlatform platform) {
        door = platform.door();
        world = ScopeWorld.on(platform);
    }

    static Stream<ScopeRow> rows() {
        return ScopeRow.all().stream().filter(row -> !row.name().equals(STREAM));
    }

    @Test
    void knowsEveryOperation() {
        var api = new ApiDocument(door.getWithoutToken("/api/openapi").expectSuccess());
        assertThat(ScopeRow.all().stream().map(ScopeRow::name))
                .containsExactlyInAnyOrderElementsOf(api.operations().stream()
                        .map(ApiDocument.Operation::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lets(ScopeRow row) {
        Map<String, String> seen = new LinkedHashMap<>();
        row.expected().keySet().forEach(caller -> seen.put(caller, outcome(row, caller)));

        assertThat(seen).isEqualTo(row.expected());
    }

    private String outcome(ScopeRow row, String caller) {
        List<String> stores = row.hasStore() ? List.of(ScopeWorld.OWN, ScopeWorld.OTHER) : List.of(ScopeWorld.OWN);
        return stores.stream()
                .map(storeId -> outcome(row, caller, storeId))
                .distinct()
                .collect(Collectors.joining("/"));
    }

    private String outcome(ScopeRow row, String caller, String storeId) {
        ScopeRow.all().stream()
                .filter(other -> other.name().equals(row.before()))
                .forEach(before -> ask(before, "hq", storeId));
        int status = ask(row, caller, storeId);
        assertThat(LET_IN.contains(status) || REFUSALS.contains(status))
                .as("%s by %s answered %d", row, caller, status)
                .isTrue();
        return REFUSALS.contains(status) ? Integer.toString(status) : "yes";
    }

    private int ask(ScopeRow row, String caller, String storeId) {
        return door.ask(
                        row.method(),
                        world.told(row.request(), storeId),
                        world.token(caller),
                        CONTENT_TYPES.getOrDefault(row.name(), Door.JSON),
                        world.told(row.body(), storeId).replace("\\n", "\n"))
                .status();
    }
}
