package io.dianmai.kpi.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyFilterTests {
    private static final int MANY = 200_000;

    @Test
    void neverDeniesAKeyThatWasAdded() {
        KeyFilter filter = filled(MANY + 1L);

        assertThat(IntStream.range(0, MANY)).allMatch(i -> filter.mayHave("lead-events|" + i));
    }

    @Test
    void deniesNearlyAllOthers() {
        KeyFilter filter = filled(MANY + 1L);

        long mistaken = IntStream.range(MANY, 2 * MANY)
                .filter(i -> filter.mayHave("lead-events|" + i))
                .count();
        assertThat(mistaken).isLessThan(MANY / 10);
    }

    @Test
    void deniesEverythingWhileItIsEmpty() {
        assertThat(new KeyFilter(1).mayHave("a")).isFalse();
    }

    @Test
    void deniesNothingBeyondItsBound() {
        KeyFilter filter = filled(1_000);

        assertThat(filter.isFull()).isTrue();
        assertThat(filter.mayHave("never added")).isTrue();
    }

    private static KeyFilter filled(long most) {
        var filter = new KeyFilter(most);
        IntStream.range(0, MANY).forEach(i -> filter.add("lead-events|" + i));
        return filter;
    }
}
