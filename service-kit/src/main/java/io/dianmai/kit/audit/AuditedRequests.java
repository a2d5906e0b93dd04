package io.dianmai.kit.audit;

import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.audit.AuditRecorded.Actor;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.kit.security.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes the entries of {@link Audited} handlers: begun before they run, ended when they have answered. */
final class AuditedRequests implements HandlerInterceptor {
    private static final String BEGUN = AuditedRequests.class.getName() + ".begun";

    private final StoredAuditTrail trail;

    AuditedRequests(StoredAuditTrail trail) {
        this.trail = trail;
    }

    private record Begun(AuditRecorded recorded, AuditEntry entry) {}

    /** A request that goes on after its answer was waited for comes by a second time. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Audited audited = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Audited.class) : null;
        if (audited != null && request.getAttribute(BEGUN) == null) {
            AuditEntry entry = entry(audited, new RequestNames(request));
            request.setAttribute(BEGUN, new Begun(trail.begin(entry), entry));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(BEGUN) instanceof Begun(AuditRecorded recorded, AuditEntry entry)) {
            int status = failure == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            trail.end(recorded, ended(entry, status, response));
        }
    }

    private static AuditEntry entry(Audited audited, RequestNames names) {
        String kind = audited.value();
        Actor actor = actor(SecurityContextHolder.getContext().getAuthentication());
        return new AuditEntry(
                kind,
                actor,
                kind.split("\\.", 2)[0],
                names.fill(audited.id()),
                names.of(audited.store()),
                Outcome.DONE,
                null);
    }

    private static Actor actor(@Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
            return AuditEntry.actor(viewer);
        }
        return new Actor(authentication == null ? "anonymous" : authentication.getName(), List.of(), null, null);
    }

    private static AuditEntry ended(AuditEntry begun, int status, HttpServletResponse response) {
        AuditedRequest.About about = AuditedRequest.about();
        String objectId = about != null ? about.objectId() : Optional.ofNullable(begun.objectId())
                .orElseGet(() -> created(response.getHeader(HttpHeaders.LOCATION)));
        String storeId = about != null && about.storeId() != null ? about.storeId() : begun.storeId();
        return new AuditEntry(
                begun.kind(),
                begun.actor(),
                begun.objectType(),
                objectId,
                storeId,
                outcome(status),
                detail(status, response.getHeader(HttpHeaders.ETAG)));
    }

    private static Outcome outcome(int status) {
        if (status < HttpServletResponse.SC_BAD_REQUEST) {
            return Outcome.DONE;
        }
        return status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static String detail(int status, @Nullable String eTag) {
        String words = AuditedRequest.detail();
        return status + (eTag == null ? "" : ", version " + eTag.replace("\"", "")) + (words == null ? "" : ", " + words);
    }

    private static @Nullable String created(@Nullable String location) {
        return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }
}
