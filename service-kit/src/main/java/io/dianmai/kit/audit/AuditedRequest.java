package io.dianmai.kit.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What the handler of an {@link Audited} request knows better than its address says. */
public final class AuditedRequest {
    private static final String ABOUT = AuditedRequest.class.getName() + ".about";
    private static final String DETAIL = AuditedRequest.class.getName() + ".detail";

    private AuditedRequest() {}

    record About(String objectId, @Nullable String storeId) {}

    /** Which object it is, where only the body says so. */
    public static void about(String objectId, @Nullable String storeId) {
        set(ABOUT, new About(objectId, storeId));
    }

    /** A few words of what has come about, without personal data. */
    public static void detail(String words) {
        set(DETAIL, words);
    }

    static @Nullable About about() {
        return (About) current().getAttribute(ABOUT, RequestAttributes.SCOPE_REQUEST);
    }

    static @Nullable String detail() {
        return (String) current().getAttribute(DETAIL, RequestAttributes.SCOPE_REQUEST);
    }

    private static void set(String name, Object value) {
        current().setAttribute(name, value, RequestAttributes.SCOPE_REQUEST);
    }

    private static RequestAttributes current() {
        return Objects.requireNonNull(RequestContextHolder.getRequestAttributes(), "no request is under way");
    }
}
