package io.dianmai.bench.platform;

import io.dianmai.local.Platform;
import io.dianmai.local.Service;
import io.dianmai.local.SignIns;
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
import tools.jackson.databind.json.JsonMapper;

/** The platform over HTTP, as group headquarters sees it. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HQ = "hq";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final URI kpis;
    private final URI leads;
    private final URI followUps;
    private final String token;
    private final String pushToken;
    private final String pushClient;

    private Api(Platform platform) {
        gateway = URI.create(platform.settings().gatewayUrl());
        kpis = URI.create("http://127.0.0.1:" + platform.settings().ports().of(Service.KPI));
        leads = URI.create("http://127.0.0.1:" + platform.settings().ports().of(Service.LEAD));
        followUps = URI.create("http://127.0.0.1:" + platform.settings().ports().of(Service.FOLLOWUP));
        SignIns signIns = SignIns.read(platform.settings().signIns())
                .orElseThrow(() -> new IllegalStateException("the gateway made no sign-ins"));
        token = token("/api/token", HQ, signIns.person(HQ).orElseThrow().password(), "");
        SignIns.Client operations = signIns.allClients().getFirst();
        pushClient = operations.clientId();
        pushToken = token("/oauth2/token", operations.clientId(), operations.secret(), "grant_type=client_credentials");
    }

    /** Signs in; the gateway must be ready. */
    public static Api of(Platform platform) {
        return new Api(platform);
    }

    /** An answer, whatever its status. */
    public record Answer(int status, String body) {
        public JsonNode json() {
            if (status / 100 != 2) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return JsonMapper.shared().readTree(body);
        }
    }

    /** Asks kpi-service itself, past the gateway. */
    public Answer askKpis(String path) {
        return send(authorized(kpis.resolve(path)).GET().build());
    }

    /** Pushes a batch of facts to the gateway, as the one who may speak for every store. */
    public Answer push(String batch) {
        return send(request(gateway.resolve("/api/store-events"), pushToken)
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(BodyPublishers.ofString(batch))
                .build());
    }

    /** The token of the one who may speak for every store. */
    public String pushToken() {
        return pushToken;
    }

    /** His client. */
    public String pushClient() {
        return pushClient;
    }

    /** Puts to the gateway. */
    public Answer put(String path, String body) {
        return send(authorized(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    /** Posts a lead to lead-service itself, past the gateway. */
    public Answer register(String lead, String idempotencyKey) {
        return send(authorized(leads.resolve("/api/leads"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(lead))
                .build());
    }

    /** Sends a file to be imported to lead-service itself, past the gateway. */
    public Answer importLeads(String storeId, String csv) {
        return send(authorized(leads.resolve("/api/imports?kind=leads&mode=run&storeId=" + storeId))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv))
                .build());
    }

    /** Asks lead-service itself, past the gateway. */
    public Answer askLeads(String path) {
        return send(authorized(leads.resolve(path)).GET().build());
    }

    /** A token of somebody else. */
    public String signIn(String username, String password) {
        return token("/api/token", username, password, "");
    }

    /** What an advisor has to do, asked of followup-service itself, past the gateway. */
    public Answer myDay(String advisorToken) {
        return send(
                request(followUps.resolve("/api/my-day"), advisorToken).GET().build());
    }

    /** The lines of {@code /api/stream} as they come. */
    public Stream<String> stream() {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<Stream<String>> answer = exchange(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("/api/stream answered " + answer.statusCode());
        }
        return answer.body();
    }

    private String token(String path, String name, String password, String form) {
        String basic = Base64.getEncoder().encodeToString((name + ':' + password).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(gateway.resolve(path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .json()
                .path("access_token")
                .asString();
    }

    private HttpRequest.Builder authorized(URI address) {
        return request(address, token);
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> answer = exchange(request, BodyHandlers.ofString());
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
}
