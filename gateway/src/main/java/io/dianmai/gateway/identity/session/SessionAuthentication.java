package io.dianmai.gateway.identity.session;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who is known by his session. What he may do his token says, which is made from it for each request. */
final class SessionAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Session session;

    SessionAuthentication(Session session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    Session session() {
        return session;
    }

    @Override
    public String getPrincipal() {
        return session.username();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return session.username();
    }
}
