package io.dianmai.local.sample;

import io.dianmai.local.process.LaunchFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the sample group must know of its platform, from the environment.
 *
 * @param gateway {@code DIANMAI_GATEWAY_URL}
 * @param signIns {@code DIANMAI_SAMPLE_SIGN_INS}: the gateway has put the first sign-ins there
 * @param state {@code DIANMAI_STATE_DIR}: where it keeps how far it is
 * @param factsPerSecond {@code DIANMAI_SAMPLE_FACTS_PER_SECOND}: of all stores together, from 0.01 to 100; 1 unless set
 */
record SampleSettings(URI gateway, Path signIns, Path state, double factsPerSecond) {
    private static final String RATE = "DIANMAI_SAMPLE_FACTS_PER_SECOND";
    private static final double LEAST = 0.01;
    private static final double MOST = 100;

    static SampleSettings from(Map<String, String> environment) {
        return new SampleSettings(
                URI.create(required(environment, "DIANMAI_GATEWAY_URL")),
                Path.of(required(environment, "DIANMAI_SAMPLE_SIGN_INS")),
                Path.of(required(environment, "DIANMAI_STATE_DIR")),
                rate(environment.getOrDefault(RATE, "1")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LaunchFailure(name + " is not set", "Let ./dianmai up start the sample group.");
        }
        return value;
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate >= LEAST && rate <= MOST) {
                return rate;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static LaunchFailure refused(String text) {
        return new LaunchFailure(RATE + "=" + text + " is not between 0.01 and 100", "Unset it for 1 a second.");
    }
}
