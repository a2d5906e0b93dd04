package io.dianmai.gateway.identity.signin;

import io.dianmai.gateway.identity.secondfactor.CodeNeeded;
import io.dianmai.gateway.identity.secondfactor.SecondFactors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/** Checks the password, and then the code of whoever has an authenticator app. */
public final class TwoFactorSignIn implements AuthenticationProvider {
    private final AuthenticationProvider passwords;
    private final SecondFactors factors;

    public TwoFactorSignIn(AuthenticationProvider passwords, SecondFactors factors) {
        this.passwords = passwords;
        this.factors = factors;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        Authentication signedIn = passwords.authenticate(attempt);
        if (signedIn != null && factors.isSetUp(signedIn.getName())) {
            String code = codeOf(attempt).orElseThrow(CodeNeeded::new);
            if (!factors.accepts(signedIn.getName(), code)) {
                throw new BadCredentialsException("wrong code");
            }
        }
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    private static Optional<String> codeOf(Authentication attempt) {
        return attempt.getDetails() instanceof SignInDetails details ? details.code() : Optional.empty();
    }
}
