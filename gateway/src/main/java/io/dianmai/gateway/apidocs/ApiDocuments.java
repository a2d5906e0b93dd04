package io.dianmai.gateway.apidocs;

import io.dianmai.kit.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The platform's document, made of what the running services say and kept for a minute. While a service is away the last
 * one stays; before there was any, asking is answered with 503: never half a document.
 */
final class ApiDocuments {
    static final Duration FRESH = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ApiDocuments.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final PlatformDocument platform;
    private final ServiceDocuments services;
    private final Clock clock;
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable Built last;

    ApiDocuments(PlatformDocument platform, ServiceDocuments services, Clock clock) {
        this.platform = platform;
        this.services = services;
        this.clock = clock;
    }

    /** A document in both forms. */
    record Built(String json, String yaml, Instant at) {}

    /**
     * The document.
     *
     * @param own what the gateway says of itself
     * @throws ProblemException 503 while a service is away that was never heard
     */
    Built document(Supplier<JsonNode> own) {
        Built known = last;
        return known != null && isFresh(known) ? known : renewed(own);
    }

    private Built renewed(Supplier<JsonNode> own) {
        building.lock();
        try {
            Built known = last;
            if (known != null && isFresh(known)) {
                return known;
            }
            Built built = build(own);
            last = built;
            return built;
        } catch (RestClientException away) {
            LOG.warn("the API document cannot be made anew: {}", away.toString());
            return kept();
        } finally {
            building.unlock();
        }
    }

    private Built kept() {
        Built known = last;
        if (known == null) {
            throw ProblemException.unavailable("A service does not say what it offers.", RETRY_AFTER);
        }
        Built again = new Built(known.json(), known.yaml(), clock.instant());
        last = again;
        return again;
    }

    private Built build(Supplier<JsonNode> own) {
        Map<String, JsonNode> documents = new TreeMap<>(services.fetch());
        documents.put("gateway", own.get());
        JsonNode document = platform.of(documents);
        return new Built(JSON.writeValueAsString(document), YAML.writeValueAsString(document), clock.instant());
    }

    private boolean isFresh(Built built) {
        return clock.instant().isBefore(built.at().plus(FRESH));
    }
}
