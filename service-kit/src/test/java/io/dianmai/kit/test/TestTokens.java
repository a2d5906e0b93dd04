package io.dianmai.kit.test;

import com.nimbusds.jwt.JWTClaimsSet;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * Access tokens as the gateway makes them, signed by a key of this test JVM. Send one as
 * {@code Authorization: Bearer …}; with MockMvc: {@code .header("Authorization", TestTokens.bearer(TestTokens.hq()))}.
 */
public final class TestTokens {
    private static final Duration LIFE = Duration.ofHours(1);

    private TestTokens() {}

    /** The issuer of all these tokens. */
    public static TestIssuer issuer() {
        return SharedIssuer.INSTANCE;
    }

    /** Somebody at group headquarters: sees every store. */
    public static String hq() {
        return person("hq", List.of("*"), Role.GROUP_HQ);
    }

    /** Somebody who works at one store. */
    public static String staff(String staffId, String storeId, Role... roles) {
        return person(staffId, List.of(storeId), roles);
    }

    /** A person with a scope of stores. */
    public static String person(String staffId, Collection<String> storeIds, Role... roles) {
        return issuer().sign(claims(staffId, storeIds, roles)
                .claim(Claims.STAFF_ID, staffId)
                .build());
    }

    /** The software of one store. */
    public static String storeSystem(String storeId) {
        String clientId = "system-of-" + storeId;
        return issuer().sign(claims(clientId, List.of(storeId), Role.STORE_SYSTEM)
                .claim(Claims.CLIENT_ID, clientId)
                .build());
    }

    /** Claims to make an unusual token of; sign it with {@link #issuer()}. */
    public static JWTClaimsSet.Builder claims(String subject, Collection<String> storeIds, Role... roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer().issuer())
                .subject(subject)
                .audience(Claims.AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim(Claims.ROLES, Arrays.stream(roles).map(Role::name).toList())
                .claim(Claims.STORES, List.copyOf(storeIds));
    }

    /** The value of the {@code Authorization} header. */
    public static String bearer(String token) {
        return "Bearer " + token;
    }

    private static final class SharedIssuer {
        static final TestIssuer INSTANCE = TestIssuer.start();
    }
}
