package io.dianmai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The platform's HTTP interface, as callers from outside speak to it. */
final class Door {
    static final String JSON = "application/json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String STRUCTURED = "application/cloudevents+json";

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();
    private final URI base;

    Door(URI base) {
        this.base = base;
    }

    /** An answer, whatever its status. */
    record Answer(int status, String body) {
        JsonNode json() {
            return Json.read(body);
        }

        /** The last part of the problem's type. */
        String problem() {
            String type = json().path("type").asString();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** The answer's JSON; anything but success fails. */
        JsonNode expectSuccess() {
            if (status / 100 != 2) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return body.isEmpty() ? Json.read("{}") : json();
        }
    }

    URI address(String path) {
        return base.resolve(path);
    }

    Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    Answer post(String path, String token, String contentType, String body) {
        return send(request(path, token).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String token, String body) {
        return send(request(path, token).header("Content-Type", JSON).PUT(BodyPublishers.ofString(body)));
    }

    /** Any other request. */
    Answer call(String method, String path, String token, byte[] body, String... headers) {
        return send(request(path, token).headers(headers).method(method, BodyPublishers.ofByteArray(body)));
    }

    Answer getWithoutToken(String path) {
        return send(plain(path).GET());
    }

    /** Any request; without a token when it is empty, without a body when that is. */
    Answer ask(String method, String path, String token, String contentType, String body) {
        HttpRequest.Builder request = token.isEmpty() ? plain(path) : request(path, token);
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Lines of an answer that does not end, as they come. */
    Stream<String> follow(String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<Stream<String>> answer = exchange(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    String personalToken(String username, String password) {
        return tokenOf(plain("/api/token")
                .header("Authorization", basic(username, password))
                .POST(BodyPublishers.noBody()));
    }

    String clientToken(String clientId, String secret) {
        return tokenOf(plain("/oauth2/token")
                .header("Authorization", basic(clientId, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private String tokenOf(HttpRequest.Builder request) {
        return send(request).expectSuccess().path("access_token").asString();
    }

    private HttpRequest.Builder request(String path, String token) {
        return plain(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static String basic(String name, String secret) {
        byte[] both = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
