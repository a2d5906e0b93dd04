package io.dianmai.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Personal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumbersTests {
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"})
    void findsOneNumberInAllItsSpellings(String spelling) {
        assertThat(Normalisation.normalise(Kind.ID_NUMBER, spelling)).contains("11010519491231002X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // the check is X
                "11010519491231003X",
                "11010519490231002X", // 31 February
                "01010519491231002X",
                "11010517491231002X",
                "1101054912310021",
                "",
                "X10105194912310021"
            })
    void findsNone(String text) {
        assertThat(Normalisation.normalise(Kind.ID_NUMBER, text)).isEmpty();
    }

    @Test
    void showsTheLastFour() {
        assertThat(Masking.mask(Kind.ID_NUMBER, "11010519491231002X")).isEqualTo("****002X");
    }
}
