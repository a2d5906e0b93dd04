package io.dianmai.kpi.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTests {
    /** The published example of the specification. */
    @Test
    void signsAsTheSpecificationDoes() {
        WebhookSecret secret =
                WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void takesFrom24To64Bytes() {
        assertThat(WebhookSecret.parse(ofBytes(23))).isEmpty();
        assertThat(WebhookSecret.parse(ofBytes(24))).isPresent();
        assertThat(WebhookSecret.parse(ofBytes(64))).isPresent();
        assertThat(WebhookSecret.parse(ofBytes(65))).isEmpty();
        assertThat(WebhookSecret.parse("secret")).isEmpty();
        assertThat(WebhookSecret.parse("whsec_***")).isEmpty();
        assertThat(WebhookSecret.parse("")).isEmpty();
    }

    @Test
    void makesOnesThatNobodyHasSeen() {
        assertThat(WebhookSecret.parse(WebhookSecret.random())).isPresent();
        assertThat(WebhookSecret.random()).isNotEqualTo(WebhookSecret.random());
    }

    private static String ofBytes(int count) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[count]);
    }
}
