package io.dianmai.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class IfMatchTests {
    @Test
    void readsTheTagThatAnAnswerCarried() {
        String tag = Answers.eTag(new Stored<>("id", "store", 17, "state"));

        assertThat(IfMatch.version(tag)).isEqualTo(17);
        assertThat(IfMatch.version("W/" + tag)).isEqualTo(17);
        assertThat(IfMatch.version(" " + tag + " ")).isEqualTo(17);
    }

    @Test
    void checksNothingWithoutATag() {
        assertThat(IfMatch.version(null)).isNull();
        assertThat(IfMatch.version("*")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"x\"", "\"0\"", "\"-1\"", "\"017\"", "\"99999999999999999999\""})
    void matchesNothingByATagThatNoAnswerCarried(String tag) {
        assertThat(IfMatch.version(tag)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "\"17", "\"1\", \"2\"", "W/*"})
    void refusesWhatIsNoSingleTag(String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> IfMatch.version(header))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @Test
    void isAnsweredWithPreconditionFailedWhenStale() {
        var problem = Outcomes.problem(new Refusal(Refusal.Kind.STALE, "stale-version", "Read it again."));

        assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(problem.getBody().getType()).hasToString("https://dianmai.io/problems/stale-version");
    }
}
