package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClocksCodecTests {
    private static final Instant DUE = Instant.parse("2026-11-21T04:00:00.001Z");

    private static final Deadline FULL = new Deadline(
            DeadlineKind.LEAD_IDLE,
            "S店",
            "L1",
            "A1",
            DUE,
            DUE.minus(Duration.ofDays(3)),
            Duration.ofMinutes(-30),
            300,
            DUE.plusMillis(7),
            DUE.plus(Duration.ofHours(1)),
            false);

    private static final Deadline BARE = new Deadline(
            DeadlineKind.PAYMENT_EXPECTED,
            "S1",
            "L1",
            null,
            Instant.parse("9999-12-31T00:00:00Z"),
            Instant.EPOCH,
            null,
            0,
            null,
            null,
            true);

    @Test
    void whatIsWrittenIsRead() {
        AggregateClocks clocks = new AggregateClocks();
        clocks.add(":idle", FULL);
        clocks.add("", BARE);

        assertThat(in(ClocksCodec.decode(ClocksCodec.encode(clocks))))
                .containsExactly(Map.entry(":idle", FULL), Map.entry("", BARE));
    }

    @Test
    void whatIsCutOffOrOfAnotherFormatIsRefused() {
        AggregateClocks clocks = new AggregateClocks();
        clocks.add(":idle", FULL);
        byte[] bytes = ClocksCodec.encode(clocks);

        assertThatThrownBy(() -> ClocksCodec.decode(Arrays.copyOf(bytes, bytes.length - 9)))
                .isInstanceOf(IllegalStateException.class);
        bytes[0] = 2;
        assertThatThrownBy(() -> ClocksCodec.decode(bytes)).hasMessageContaining("format 2");
    }

    private static Map<String, Deadline> in(AggregateClocks clocks) {
        Map<String, Deadline> bySuffix = new LinkedHashMap<>();
        clocks.forEach(bySuffix::put);
        return bySuffix;
    }
}
