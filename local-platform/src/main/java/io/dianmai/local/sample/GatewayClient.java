package io.dianmai.local.sample;

import io.dianmai.contracts.EventJson;
import io.dianmai.local.SignIns;
import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** The platform's one door, over HTTP. */
final class GatewayClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LITTLE_LATER = Duration.ofSeconds(1);
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    GatewayClient(URI base) {
        this.base = base;
    }

    /** An answer that is final: whatever its status, the same request would get it again. */
    record Answer(int status, String body) {
        static final int UNAUTHORIZED = 401;

        boolean good() {
            return status / 100 == 2;
        }

        JsonNode json() {
            return EventJson.MAPPER.readTree(body);
        }
    }

    /** An access token of a person. */
    String tokenOf(SignIns.Person person) throws Unavailable {
        return token("/api/token", person.username(), person.password(), "");
    }

    /** An access token of a store's own software. */
    String tokenOf(SignIns.Client client) throws Unavailable {
        return token("/oauth2/token", client.clientId(), client.secret(), "grant_type=client_credentials");
    }

    Answer get(String path, String token) throws Unavailable {
        return send(to(path).header("Authorization", "Bearer " + token).GET());
    }

    Answer put(String path, String token, Object body) throws Unavailable {
        return send(json(path, token, "application/json").PUT(BodyPublishers.ofByteArray(bytes(body))));
    }

    Answer post(String path, String token, String mediaType, Object body) throws Unavailable {
        return send(json(path, token, mediaType).POST(BodyPublishers.ofByteArray(bytes(body))));
    }

    private String token(String path, String name, String secret, String form) throws Unavailable {
        String basic = Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Answer answer = send(to(path).header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (!answer.good()) {
            throw new LaunchFailure(
                    "the gateway refused the sign-in of " + name + " with status " + answer.status(),
                    "The sign-ins do not fit this installation: run ./dianmai up --fresh.");
        }
        return answer.json().path("access_token").stringValue();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
    }

    private HttpRequest.Builder json(String path, String token, String mediaType) {
        return to(path).header("Authorization", "Bearer " + token).header("Content-Type", mediaType);
    }

    private static byte[] bytes(Object body) {
        return EventJson.MAPPER.writeValueAsBytes(body);
    }

    private Answer send(HttpRequest.Builder request) throws Unavailable {
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new Unavailable("the gateway does not answer at " + base, LITTLE_LATER);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", "Run ./dianmai up again.");
        }
        return switch (response.statusCode()) {
            case 429, 500, 502, 503, 504 ->
                throw new Unavailable("status " + response.statusCode(), retryAfter(response));
            default -> new Answer(response.statusCode(), response.body());
        };
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        long seconds = response.headers().firstValueAsLong("Retry-After").orElse(LITTLE_LATER.toSeconds());
        return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT_SECONDS));
    }
}
