package io.dianmai.kpi.delivery.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainLineTests {
    @Test
    void makesOneLineOfSeveral() {
        assertThat(PlainLine.of("a\r\nBcc: b@c.de\u2028\u2029 \t d", 80)).isEqualTo("a Bcc: b@c.de d");
    }

    @Test
    void dropsWhatTurnsTextAroundOrCannotBeSeen() {
        assertThat(PlainLine.of("西湖\u202e店\u200b\ufeff\u0000\u2066", 80)).isEqualTo("西湖店");
    }

    @Test
    void cutsBetweenCharactersAsPeopleSeeThem() {
        assertThat(PlainLine.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PlainLine.of("abcdef", 5)).isEqualTo("abcde…");
        assertThat(PlainLine.of("ab😀cd", 3)).isEqualTo("ab…");
        assertThat(PlainLine.of("abe\u0301cd", 3)).isEqualTo("ab…");
    }

    @Test
    void everyTextComesOutShortAndWhole() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String any = random.ints(random.nextInt(60), 0, 0x2ffff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            String plain = PlainLine.of(any, 20);

            assertThat(plain.length()).isLessThanOrEqualTo(21);
            assertThat(plain.chars()).noneMatch(Character::isISOControl);
            byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(plain);
            assertThat(PlainLine.of(plain, 30)).isEqualTo(plain);
        }
    }
}
