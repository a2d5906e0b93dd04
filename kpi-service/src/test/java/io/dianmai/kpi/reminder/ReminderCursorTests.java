package io.dianmai.kpi.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderCursorTests {
    @Test
    void readsItsOwnToken() {
        var cursor = new ReminderCursor(Instant.parse("2026-11-21T04:00:00.123Z"), "C1:response:2|x");

        assertThat(ReminderCursor.parse(cursor.token())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "YWJj", "fGFiYw", "eHxh"})
    void refusesAnythingElse(String token) {
        assertThat(ReminderCursor.parse(token)).isEmpty();
    }
}
