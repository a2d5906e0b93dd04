package io.dianmai.local;

import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dianmai token}: asks the gateway for an access token with a sign-in of the sample group. */
final class AccessToken {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NAMES_SHOWN = 12;

    private final Settings settings;

    AccessToken(Settings settings) {
        this.settings = settings;
    }

    String of(String name) {
        SignIns signIns = SignIns.read(settings.signIns())
                .orElseThrow(() -> new LaunchFailure(
                        "there are no sample sign-ins yet in " + settings.signIns(), "Run ./dianmai up first."));
        return signIns.client(name)
                .map(client ->
                        post("/oauth2/token", client.clientId(), client.secret(), "grant_type=client_credentials"))
                .or(() -> signIns.person(name).map(person -> post("/api/token", name, person.password(), "")))
                .orElseThrow(() -> unknown(name, signIns.names()));
    }

    private String post(String path, String user, String password, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.gatewayUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic(user, password))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LaunchFailure(
                        "the gateway refused " + user + " with status " + response.statusCode(),
                        "Look at ./dianmai logs gateway.");
            }
            return token(response.body());
        } catch (IOException e) {
            throw new LaunchFailure(
                    "the gateway does not answer at " + settings.gatewayUrl(), "Look at ./dianmai status.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", "Run it again.");
        }
    }

    private static String token(String body) {
        try {
            @Nullable JsonNode token = JsonMapper.shared().readTree(body).get("access_token");
            if (token != null && token.isString()) {
                return token.stringValue();
            }
        } catch (JacksonException notJson) {
            throw noToken();
        }
        throw noToken();
    }

    private static LaunchFailure noToken() {
        return new LaunchFailure("the gateway answered without a token", "Look at ./dianmai logs gateway.");
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static LaunchFailure unknown(String name, List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return new LaunchFailure(
                "there is no sample sign-in " + name, "There are " + names.size() + ", among them: " + some + ".");
    }
}
