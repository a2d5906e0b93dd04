package io.dianmai.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTests {
    @Test
    void readsWhatItWasMadeOf() {
        assertThat(Cursors.read(Cursors.of("level", 17L, "id"), 3)).containsExactly("level", "17", "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "bm90aGluZw"})
    void refusesWhatNoPageHasGiven(String cursor) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursors.read(cursor, 3));
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursors.number("x"));
    }
}
