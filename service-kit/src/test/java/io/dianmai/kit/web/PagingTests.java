package io.dianmai.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTests {
    private static final Instant TIME = Instant.parse("2026-03-10T01:42:10.123Z");

    @ParameterizedTest
    @ValueSource(ints = {0, 201, -1})
    void refusesLimitsOutOfRange(int limit) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Paging.of("at", limit, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm90aGluZw", "eDp5"})
    void refusesCursorsThatNoPageHasGiven(String cursor) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Paging.of("at", 10, cursor));
    }

    @Test
    void goesOnAfterTheLastItemShown() {
        var found = List.of(stored("c"), stored("b"), stored("a"));

        Page<String> page = Paging.of("at", 2, null).page(found, time -> time, Stored::id);

        assertThat(page.items()).containsExactly("c", "b");
        assertThat(Paging.of("at", 2, page.next()).cursor()).isEqualTo(new Paging.Cursor(TIME, "b"));
    }

    @Test
    void endsWithTheLastPage() {
        Page<String> page = Paging.of("at", 2, null).page(List.of(stored("b"), stored("a")), time -> time, Stored::id);

        assertThat(page.items()).containsExactly("b", "a");
        assertThat(page.next()).isNull();
    }

    private static Stored<Instant> stored(String id) {
        return new Stored<>(id, "hz-xihu", 1, TIME);
    }
}
