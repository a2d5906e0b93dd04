package io.dianmai.contracts.audit;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.org.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log 审计日志. Its subject is the entry itself. It holds no personal data of customers: objects are
 * named by their ids.
 *
 * @param entryId UUIDv7; the same entry may come more than once
 * @param at when it was done, or begun
 * @param service who says so, for example {@code kpi-service}
 * @param kind what was done, for example {@code ladder.changed}
 * @param objectType what it was done to, for example {@code ladder}
 * @param objectId which one; absent where there is only one, or none came about
 * @param storeId whose store's; absent for the group
 * @param address network address that the request came from; absent for what the platform does by itself
 * @param traceId W3C trace id, which the logs of all services carry, too
 * @param detail a few words without personal data
 */
@EventType("dianmai.audit.recorded.v1")
public record AuditRecorded(
        String entryId,
        Instant at,
        String service,
        String kind,
        Actor actor,
        String objectType,
        @Nullable String objectId,
        @Nullable String storeId,
        @Nullable String address,
        Outcome outcome,
        @Nullable String traceId,
        @Nullable String detail)
        implements AuditEvent {
    /** Store id in the envelope of an entry that belongs to no store: a place in the topic, nothing else. */
    public static final String GROUP = "group";

    /**
     * Who did it.
     *
     * @param subject account or client; {@code anonymous} for somebody who did not get in
     * @param staffId the person as the registry knows them
     * @param clientId the store system
     */
    public record Actor(
            String subject,
            List<Role> roles,
            @Nullable String staffId,
            @Nullable String clientId) {
        public Actor {
            roles = List.copyOf(roles);
        }
    }

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** Not allowed, not possible or not understood; nothing has changed. */
        REFUSED,
        /** Something broke: it may or may not have been done. */
        FAILED,
        /** The process ended in between: it may or may not have been done. */
        UNKNOWN
    }
}
