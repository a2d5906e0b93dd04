package io.dianmai.gateway.identity.signin;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import io.dianmai.gateway.identity.secondfactor.CodeNeeded;
import io.dianmai.gateway.identity.throttle.SignInThrottle;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password or secret unless there were too many wrong ones just before. */
public final class ThrottledSignIn implements AuthenticationProvider {
    private final AuthenticationProvider check;
    private final SignInThrottle throttle;
    private final ApplicationEventPublisher events;
    private final String how;
    private final Function<Duration, AuthenticationException> refusal;

    /**
     * @param check knows right from wrong
     * @param how somebody comes in by it, as {@link IdentityEvent} tells it
     * @param refusal what is thrown while the caller has to wait
     */
    public ThrottledSignIn(
            AuthenticationProvider check,
            SignInThrottle throttle,
            ApplicationEventPublisher events,
            String how,
            Function<Duration, AuthenticationException> refusal) {
        this.check = check;
        this.throttle = throttle;
        this.events = events;
        this.how = how;
        this.refusal = refusal;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        try {
            return checked(attempt, SignInThrottle.Key.from(addressOf(attempt), attempt.getName()));
        } catch (DataAccessException away) {
            throw new AuthenticationServiceException("tries cannot be counted", away);
        }
    }

    private @Nullable Authentication checked(Authentication attempt, SignInThrottle.Key key) {
        Duration wait = throttle.waitFor(key);
        if (wait.isPositive()) {
            throw refusal.apply(wait);
        }
        try {
            Authentication signedIn = check.authenticate(attempt);
            if (signedIn != null) {
                throttle.succeeded(key);
                tell(Kind.SIGNED_IN, key, how);
            }
            return signedIn;
        } catch (AuthenticationServiceException | TooManyTries notLookedAt) {
            throw notLookedAt;
        } catch (AuthenticationException wrong) {
            tell(Kind.SIGN_IN_FAILED, key, wrong instanceof CodeNeeded ? "code-needed" : "wrong-credentials");
            throttle.failed(key);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return check.supports(authentication);
    }

    private void tell(Kind what, SignInThrottle.Key key, String detail) {
        events.publishEvent(new IdentityEvent(what, key.account(), key.account(), detail));
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
