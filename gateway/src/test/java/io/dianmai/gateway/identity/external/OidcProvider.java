package io.dianmai.gateway.identity.external;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider such as a group may run, in which everybody is signed in already. */
final class OidcProvider implements AutoCloseable {
    static final String CLIENT = "dianmai-door";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, Map<String, String>> requested = new ConcurrentHashMap<>();
    private Map<String, Object> person = Map.of();

    OidcProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("outside").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        } catch (JOSEException noKey) {
            throw new IllegalStateException(noKey);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(key).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", exchange -> answer(exchange, person));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who signs in from now on. */
    void isVisitedBy(Map<String, Object> claims) {
        person = claims;
    }

    /** A token of that person. */
    String tokenOf(Map<String, Object> claims, String audience, Instant expiry) {
        var content = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(audience)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(expiry));
        claims.forEach(content::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), content.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
        return token.serialize();
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/jwks",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = "code-" + requested.size();
        requested.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Insists on the proof of PKCE. */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = requested.getOrDefault(sent.getOrDefault("code", ""), Map.of());
        if (!challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        var claims = new java.util.HashMap<>(person);
        claims.put("nonce", asked.get("nonce"));
        answer(
                exchange,
                Map.of(
                        "access_token",
                        "of the userinfo",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        tokenOf(claims, CLIENT, Instant.now().plusSeconds(300))));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<String, String> fields(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, Map<String, Object> content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
