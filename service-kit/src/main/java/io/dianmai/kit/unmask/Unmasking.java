package io.dianmai.kit.unmask;

import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.AuditEntry;
import io.dianmai.kit.audit.AuditTrail;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The one way in which what is masked is shown. First the limit is counted, then the look is put down in the audit trail,
 * then it is opened: nobody sees anything that is not on record.
 */
public final class Unmasking {
    private static final ProblemType LIMIT = ProblemType.of(
            "unmask-limit", "Too many customers were looked at within an hour", HttpStatus.TOO_MANY_REQUESTS);

    private final AuditTrail trail;
    private final UnmaskQuota quota;
    private final UnmaskSettings settings;
    private final Clock clock;

    Unmasking(AuditTrail trail, UnmaskQuota quota, UnmaskSettings settings, Clock clock) {
        this.trail = trail;
        this.quota = quota;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is to be shown.
     *
     * @param type of the object as the audit log calls it, lower case
     * @param fields names of what is shown
     */
    public record Look(String type, String id, String storeId, Collection<String> fields) {}

    /**
     * Insists on a manager, or on an owner whose object it is.
     *
     * @param ownerId staff id of whoever the object belongs to
     * @throws ProblemException 403
     */
    public static void requireMay(
            Viewer viewer, Collection<Role> managers, Collection<Role> owners, @Nullable String ownerId) {
        boolean manages = viewer.has(managers.toArray(Role[]::new));
        boolean owns = viewer.has(owners.toArray(Role[]::new))
                && viewer.staffId() != null
                && viewer.staffId().equals(ownerId);
        if (!manages && !owns) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only the store's managers and whoever owns the customer see this.");
        }
    }

    /**
     * Shows it, in an answer that nothing on its way may keep.
     *
     * @param plain opens what is sealed, after everything else has gone well
     * @throws ProblemException 429 {@code unmask-limit}, with {@code Retry-After}
     */
    public <T> ResponseEntity<T> show(Viewer viewer, Look look, UnmaskRequest asked, Supplier<T> plain) {
        count(viewer);
        trail.say(AuditEntry.of(viewer, look.type() + ".unmasked", look.id(), look.storeId())
                .detail("fields: %s; reason: %s"
                        .formatted(String.join(", ", look.fields()), Redaction.ofPresent(asked.reason()))));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(plain.get());
    }

    private void count(Viewer viewer) {
        Instant now = clock.instant();
        if (quota.take(viewer.subject(), now) > settings.perHour()) {
            var problem = new ProblemException(
                    LIMIT,
                    "One person may look at %d in an hour. Go on when the next one begins."
                            .formatted(settings.perHour()));
            Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
            long seconds = Math.max(1, Duration.between(now, next).toSeconds());
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw problem;
        }
    }
}
