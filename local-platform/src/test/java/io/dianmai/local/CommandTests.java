package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTests {
    @Test
    void readsOptionsInAnyOrder() {
        assertThat(parse("up")).isEqualTo(new Command.Up(false, true));
        assertThat(parse("up --no-demo --fresh")).isEqualTo(new Command.Up(true, false));
        assertThat(parse("logs -f gateway")).isEqualTo(new Command.Logs("gateway", 100, true));
        assertThat(parse("logs gateway -n 5")).isEqualTo(new Command.Logs("gateway", 5, false));
        assertThat(parse("scale kpi-service 3")).isEqualTo(new Command.Scale(Service.KPI, 3));
        assertThat(parse("dlq")).isEqualTo(new Command.DeadLetters(null));
        assertThat(parse("dlq lead-events")).isEqualTo(new Command.DeadLetters("lead-events"));
        assertThat(parse("token hq")).isEqualTo(new Command.Token("hq"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "up --fast",
                "down now",
                "logs",
                "logs a b",
                "logs a -n",
                "logs a -n x",
                "dlq a b",
                "token",
                "scale gateway 2",
                "scale kpi-service",
                "scale kpi-service 0",
                "scale kpi-service 10",
                "scale kpi 2"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> parse(line)).hasMessageMatching("(there is no|it is|-n needs) .*");
    }

    private static Command parse(String line) {
        return Command.parse(List.of(line.split(" ")));
    }
}
