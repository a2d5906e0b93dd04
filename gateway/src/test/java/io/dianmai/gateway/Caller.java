package io.dianmai.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the gateway over real HTTP: a program, or with its cookies a browser. */
public final class Caller {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String address;
    private final String[] credentials;

    private Caller(String address, String... credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    public static Caller anonymous(int port) {
        return new Caller("http://127.0.0.1:" + port);
    }

    /** A caller with a bearer token. */
    public Caller bearing(String token) {
        return new Caller(address, "Authorization", "Bearer " + token);
    }

    /** A person with a token from {@code POST /api/token}. */
    public Caller person(String username, String password) {
        return bearing(json(post("/api/token", "", basic(username, password)))
                .path("access_token")
                .asString());
    }

    public Caller hq() {
        return person(GatewayTest.HQ, GatewayTest.HQ_PASSWORD);
    }

    /** A browser in which somebody has signed in. */
    public Caller signedIn(String username, String password) {
        Caller browser = new Caller(address);
        browser.signIn(username, password);
        return browser;
    }

    /** Signs in on the page, in this browser. */
    public HttpResponse<String> signIn(String username, String password) {
        String form = get("/login").body();
        String csrf = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return form("/login", "username=" + username + "&password=" + password + "&_csrf=" + csrf);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    public HttpResponse<String> put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    public HttpResponse<String> form(String path, String fields, String... headers) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(fields),
                with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        String[] all = with(headers, credentials);
        if (all.length > 0) {
            request.headers(all);
        }
        return sendTo(request.build());
    }

    private HttpResponse<String> sendTo(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A request to somebody else, who leads on. */
    public static HttpResponse<String> elsewhere(URI address) {
        return new Caller("").sendTo(HttpRequest.newBuilder(address).build());
    }

    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    public static String[] basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)};
    }

    public static JsonNode json(HttpResponse<String> response) {
        return MAPPER.readTree(response.body());
    }

    /** What a token says, unchecked. */
    public static JsonNode claims(String token) {
        return MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
    }
}
