package io.dianmai.gateway.identity.secondfactor;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and a code of the authenticator app is needed besides. */
public final class CodeNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    public CodeNeeded() {
        super("a code is needed");
    }
}
