package io.dianmai.gateway.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientLimitsTests {
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestLimits limits = new TestLimits(meters);

    @Test
    void admitsABurstAndThenTheRate() {
        assertThat(admitted("dms", 2_000)).isEqualTo(1_000);
        assertThat(quota().pause()).isEqualTo(Duration.ofSeconds(1));
        limits.pass(Duration.ofMillis(99));
        assertThat(quota().admit()).isFalse();
        limits.pass(MILLISECOND);
        assertThat(quota().admit()).isTrue();
        limits.pass(Duration.ofSeconds(5));
        assertThat(admitted("dms", 2_000)).isEqualTo(50);
        assertThat(meters.counter("dianmai.ingest.limited", "client", "dms").count())
                .isEqualTo(1_000 + 1 + 1_950);
    }

    @Test
    void letsABatchLargerThanTheBurstInAndThenPayForIt() {
        assertThat(quota().admit()).isTrue();
        quota().charge(2_999);
        assertThat(quota().admit()).isFalse();
        assertThat(quota().pause()).isEqualTo(Duration.ofSeconds(201));
        assertThat(quota().headers()).containsEntry("RateLimit", "\"events\";r=0;t=201");
        limits.pass(Duration.ofSeconds(201));
        assertThat(quota().admit()).isTrue();
    }

    @Test
    void neverSavesUpMoreThanTheBurst() {
        limits.pass(Duration.ofDays(400));
        assertThat(admitted("dms", 2_000)).isEqualTo(1_000);
    }

    @Test
    void saysWhereTheClientStands() {
        assertThat(quota().headers())
                .containsEntry("RateLimit-Policy", "\"events\";q=1000;w=100")
                .containsEntry("RateLimit", "\"events\";r=1000");
        quota().charge(400);
        assertThat(quota().headers()).containsEntry("RateLimit", "\"events\";r=600;t=1");
    }

    @Test
    void keepsClientsApart() {
        assertThat(admitted("dms", 1_001)).isEqualTo(1_000);
        assertThat(limits.clients().of("other").admit()).isTrue();
    }

    @Test
    void followsWhatHqSetsWithinTenSeconds() {
        assertThat(admitted("dms", 1_000)).isEqualTo(1_000);
        limits.allow("dms", 500, 5_000);
        limits.pass(ClientLimits.FRESH.plus(MILLISECOND));
        assertThat(quota().headers()).containsEntry("RateLimit-Policy", "\"events\";q=5000;w=10");
        limits.pass(Duration.ofSeconds(10));
        assertThat(admitted("dms", 10_000)).isEqualTo(5_000);
    }

    @Test
    void lowersALimitAtOnceWhenItIsRead() {
        limits.allow("dms", 1, 3);
        assertThat(admitted("dms", 10)).isEqualTo(3);
    }

    @Test
    void goesOnWithWhatItKnewWhileTheStoreIsAway() {
        limits.allow("dms", 500, 5_000);
        assertThat(quota().admit()).isTrue();
        limits.storeIsAway(true);
        limits.pass(Duration.ofMinutes(1));
        assertThat(quota().headers()).containsEntry("RateLimit-Policy", "\"events\";q=5000;w=10");
        assertThat(limits.clients().of("newcomer").headers())
                .containsEntry("RateLimit-Policy", "\"events\";q=1000;w=100");
    }

    private Quota quota() {
        return limits.clients().of("dms");
    }

    private int admitted(String client, int tries) {
        int admitted = 0;
        for (int attempt = 0; attempt < tries; attempt++) {
            admitted += limits.clients().of(client).admit() ? 1 : 0;
        }
        return admitted;
    }
}
