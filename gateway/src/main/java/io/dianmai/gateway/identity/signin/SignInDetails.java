package io.dianmai.gateway.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in, and with which code. */
public final class SignInDetails extends WebAuthenticationDetails {
    /** Header of programs. */
    public static final String CODE_HEADER = "Dianmai-OTP";

    /** Field of the form. */
    private static final String CODE_FIELD = "code";

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a string, or nothing
    private final @Nullable String code;

    public SignInDetails(HttpServletRequest request) {
        super(request);
        String sent = request.getHeader(CODE_HEADER);
        code = sent == null && SignIn.PAGE.equals(request.getRequestURI()) ? request.getParameter(CODE_FIELD) : sent;
    }

    public Optional<String> code() {
        return Optional.ofNullable(code).filter(text -> !text.isBlank());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
