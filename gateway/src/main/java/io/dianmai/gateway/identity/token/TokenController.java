package io.dianmai.gateway.identity.token;

import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.person.OwnPassword;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dianmai.kit.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Access tokens for people's scripts, and what programs must know of the issuer. */
@RestController
public class TokenController {
    static final String PERSONAL_TOKEN = "/api/token";
    static final String METADATA = "/.well-known/oauth-authorization-server";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final People people;
    private final SecondFactors factors;
    private final AccessTokens tokens;
    private final IdentityProperties properties;

    TokenController(People people, SecondFactors factors, AccessTokens tokens, IdentityProperties properties) {
        this.people = people;
        this.factors = factors;
        this.tokens = tokens;
        this.properties = properties;
    }

    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    @PostMapping(PERSONAL_TOKEN)
    ResponseEntity<TokenAnswer> token(Authentication signedIn) {
        Person person = people.findOpen(signedIn.getName()).orElseThrow(ProblemException::notFound);
        if (person.temporary()) {
            throw OwnPassword.needed();
        }
        if (factors.isMissing(person)) {
            throw SecondFactors.needed();
        }
        String token = tokens.mint(person, LIFETIME).getTokenValue();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TokenAnswer(token, "Bearer", LIFETIME.toSeconds()));
    }

    /** RFC 8414, of what is really offered: the framework's own list names flows that are closed here. */
    @GetMapping(METADATA)
    Map<String, Object> metadata() {
        return Map.of(
                "issuer", properties.gatewayUrl(),
                "token_endpoint", properties.gatewayUrl() + "/oauth2/token",
                "jwks_uri", properties.gatewayUrl() + "/oauth2/jwks",
                "response_types_supported", List.of(),
                "grant_types_supported", List.of("client_credentials"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
    }
}
