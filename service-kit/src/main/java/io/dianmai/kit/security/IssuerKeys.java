package io.dianmai.kit.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * The issuer's public keys: fetched when the first token comes, kept, and fetched again for a key id not seen before
 * (rotation). While the issuer is away the keys known so far stay good for a day.
 */
final class IssuerKeys {
    /** How long keys are believed before they are asked for again. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final Duration WAIT_FOR_REFRESH = Duration.ofSeconds(5);
    private static final Duration GOOD_WITHOUT_ISSUER = Duration.ofDays(1);
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;
    private static final int MAX_BYTES = 64 * 1024;

    private IssuerKeys() {}

    static JWKSource<SecurityContext> of(URI jwkSetUri, Duration fresh) {
        return JWKSourceBuilder.<SecurityContext>create(
                        url(jwkSetUri), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES))
                .cache(fresh.toMillis(), WAIT_FOR_REFRESH.toMillis())
                .refreshAheadCache(false)
                .rateLimited(Duration.ofSeconds(1).toMillis())
                .retrying(true)
                .outageTolerant(GOOD_WITHOUT_ISSUER.toMillis())
                .build();
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException notHttp) {
            throw new IllegalArgumentException("dianmai.security.jwk-set-uri is no address: " + uri, notHttp);
        }
    }
}
