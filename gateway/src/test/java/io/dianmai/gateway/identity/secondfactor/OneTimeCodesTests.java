package io.dianmai.gateway.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {
    /** "12345678901234567890", the secret of RFC 6238. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final OneTimeCodes codes = new OneTimeCodes();

    /** The last six digits of the values of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void agreeWithTheStandard(long second, String code) {
        assertThat(codes.at(SECRET, OneTimeCodes.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void areGoodOneStepEarlyOrLateAndNeverTwice() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = OneTimeCodes.step(now);

        assertThat(codes.stepOf(codes.at(SECRET, step - 1), SECRET, now, 0)).hasValue(step - 1);
        assertThat(codes.stepOf(codes.at(SECRET, step + 1), SECRET, now, 0)).hasValue(step + 1);
        assertThat(codes.stepOf(codes.at(SECRET, step - 2), SECRET, now, 0)).isEmpty();
        assertThat(codes.stepOf(codes.at(SECRET, step), SECRET, now, step)).isEmpty();
        assertThat(codes.stepOf(codes.at(SECRET, step + 1), SECRET, now, step)).hasValue(step + 1);
    }
}
