package io.dianmai.kit.test;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a service under test to the shared {@link Backend} and to {@link TestTokens}. */
public final class TestPlatform implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String PERSONAL_KEY = newKey();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test platform", properties(newDatabase())));
    }

    private static Map<String, Object> properties(String database) {
        Backend backend = Backend.shared();
        return Map.of(
                "spring.kafka.bootstrap-servers", backend.bootstrapServers(),
                "spring.mongodb.uri", backend.mongoUri(database),
                "dianmai.security.issuer", TestTokens.issuer().issuer(),
                "dianmai.security.jwk-set-uri", TestTokens.issuer().jwkSetUri(),
                "dianmai.personal.key", PERSONAL_KEY);
    }

    private static String newDatabase() {
        return "test_" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
