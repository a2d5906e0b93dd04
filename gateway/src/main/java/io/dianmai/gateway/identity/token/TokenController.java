package io.dianmai.gateway.identity.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dianmai.gateway.identity.person.OwnPassword;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import io.dianmai.kit.problem.ProblemException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Access tokens for people's scripts. */
@RestController
public class TokenController {
    public static final String PERSONAL_TOKEN = "/api/token";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final People people;
    private final SecondFactors factors;
    private final AccessTokens tokens;

    TokenController(People people, SecondFactors factors, AccessTokens tokens) {
        this.people = people;
        this.factors = factors;
        this.tokens = tokens;
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
}
