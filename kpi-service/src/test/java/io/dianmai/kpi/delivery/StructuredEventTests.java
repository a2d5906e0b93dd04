package io.dianmai.kpi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructuredEventTests {
    @Test
    void whatIsWrittenIsReadAsItWas() {
        var fired = Samples.event("E1", Samples.fired(DeadlineKind.FOLLOW_UP, "digest"));
        var digest = Samples.digest("E2", DeadlineKind.LEAD_IDLE).event();

        assertThat(StructuredEvent.read(StructuredEvent.write(fired))).isEqualTo(fired);
        assertThat(StructuredEvent.read(StructuredEvent.write(digest))).isEqualTo(digest);
    }

    @Test
    void theTextIsACloudEventAndTheSameEachTime() {
        var fired = Samples.event("E1", Samples.fired(DeadlineKind.FOLLOW_UP, null));

        assertThat(StructuredEvent.write(fired))
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"E1\",\"source\":\"/kpi-service\",")
                .contains("\"type\":\"dianmai.reminder.fired.v1\"", "\"time\":\"2026-03-10T04:00:00Z\"")
                .contains("\"storeid\":\"S1\"", "\"sequence\":\"2\"", "\"data\":{\"kind\":\"FOLLOW_UP\"")
                .isEqualTo(StructuredEvent.write(fired));
    }

    @Test
    void otherEventsAreNoReminders() {
        String text = StructuredEvent.write(Samples.event("E1", Samples.fired(DeadlineKind.FOLLOW_UP, null)))
                .replace("dianmai.reminder.fired.v1", "dianmai.lead.registered.v1");

        assertThatIllegalArgumentException().isThrownBy(() -> StructuredEvent.read(text));
    }

    @Test
    void scopesAreReadAsTheyAreWritten() {
        for (String text : new String[] {"group", "region:R1", "brand:B1", "store:S1", "tier:mid", "tier:premium"}) {
            assertThat(TargetScope.parse(text).map(TargetScope::text)).contains(text);
        }
        for (String text : new String[] {"", "store:", "tier:cheap", "planet:1", "storeS1"}) {
            assertThat(TargetScope.parse(text)).isEqualTo(Optional.empty());
        }
    }
}
