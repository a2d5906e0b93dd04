package io.dianmai.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamSettingsTests {
    private static final long MEGABYTE = 1024 * 1024;
    private static final StreamSettings ASKED =
            new StreamSettings(Duration.ofSeconds(15), Duration.ofMinutes(30), 1_500, 2_000, 2_000);

    @Test
    void noMoreStreamsThanTheHeapHasRoomFor() {
        assertThat(ASKED.within(246 * MEGABYTE).mostStreams()).isBetween(1_000, 1_300);
        assertThat(ASKED.within(186 * MEGABYTE).mostStreams()).isBetween(600, 750);
        assertThat(ASKED.within(64 * MEGABYTE).mostStreams()).isEqualTo(1);
        assertThat(ASKED.within(4_096 * MEGABYTE)).isEqualTo(ASKED);
    }
}
