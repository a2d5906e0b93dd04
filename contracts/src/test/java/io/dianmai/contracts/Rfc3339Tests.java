package io.dianmai.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by hand means what the JDK's parser says, and what that one refuses is refused. */
class Rfc3339Tests {
    private static final String PLAIN = "2026-03-10T01:30:00.123456789Z";

    private static Instant expected(String text) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T01:30:00Z",
                "2026-03-10T01:30:59.1Z",
                "2026-03-10T23:59:00.123Z",
                PLAIN,
                "2024-02-29T00:00:00Z",
                "2026-12-31T23:59:59.999999999Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "1969-12-31T23:59:59.5Z",
                "2026-03-10T09:30:00+08:00",
                "2026-03-10T01:30Z",
                "+10000-01-01T00:00:00Z",
                "2026-03-10t01:30:00z"
            })
    void readsWhatTheJdkReads(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(expected(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-10T00:00:00Z",
                "2026-03-00T00:00:00Z",
                "2026-03-10T24:00:00Z",
                "2026-03-10T01:60:00Z",
                "2026-03-10T01:30:60Z",
                "2026-03-10 01:30:00Z",
                "2026-03-10T01:30:00",
                "2026-03-10T01:30:00.1234567890Z",
                "２０２６-03-10T01:30:00Z"
            })
    void refusesWhatTheJdkRefuses(String text) {
        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> Rfc3339.parse(text));
        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> expected(text));
    }

    @Test
    void agreesWithTheJdkWhateverIsChanged() {
        var random = new Random(3339);
        String characters = "0123456789-:.TZ+ ";
        for (int i = 0; i < 50_000; i++) {
            char[] text = PLAIN.toCharArray();
            text[random.nextInt(text.length)] = characters.charAt(random.nextInt(characters.length()));
            text[random.nextInt(text.length)] = characters.charAt(random.nextInt(characters.length()));
            assertSame(new String(text));
        }
    }

    private static void assertSame(String text) {
        Instant read;
        try {
            read = expected(text);
        } catch (DateTimeParseException refused) {
            assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> Rfc3339.parse(text));
            return;
        }
        assertThat(Rfc3339.parse(text)).isEqualTo(read);
    }
}
