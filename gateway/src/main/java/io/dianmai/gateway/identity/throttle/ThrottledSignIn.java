package io.dianmai.gateway.identity.signin;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password or secret unless there were too many wrong ones just before. */
public final class ThrottledSignIn implements AuthenticationProvider {
    private final AuthenticationProvider check;
    private final SignInThrottle throttle;
    private final Function<Duration, AuthenticationException> refusal;

    /**
     * @param check knows right from wrong
     * @param refusal what is thrown while the caller has to wait
     */
    ThrottledSignIn(
            AuthenticationProvider check,
            SignInThrottle throttle,
            Function<Duration, AuthenticationException> refusal) {
        this.check = check;
        this.throttle = throttle;
        this.refusal = refusal;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        var key = new SignInThrottle.Key(attempt.getName(), addressOf(attempt));
        Duration wait = throttle.waitFor(key);
        if (wait.isPositive()) {
            throw refusal.apply(wait);
        }
        try {
            Authentication signedIn = check.authenticate(attempt);
            if (signedIn != null) {
                throttle.succeeded(key);
            }
            return signedIn;
        } catch (AuthenticationServiceException away) {
            throw away;
        } catch (AuthenticationException wrong) {
            throttle.failed(key);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return check.supports(authentication);
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
