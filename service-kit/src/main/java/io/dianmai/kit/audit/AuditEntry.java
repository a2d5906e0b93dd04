package io.dianmai.kit.audit;

import io.dianmai.contracts.audit.AuditRecorded.Actor;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.kit.security.Viewer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has done, to what. Nothing in it is personal data of a customer: objects are named by their ids.
 *
 * @param kind a name for what was done, lower case, with one dot: the type of the object, and the act, for example
 *     {@code lead.unmasked}
 * @param objectType what it was done to; usually the first half of the kind
 * @param objectId which one; absent where there is only one, or none came about
 * @param storeId whose store's; absent for the group
 * @param detail a few words, for example which fields were shown; at most 500 characters are kept
 */
public record AuditEntry(
        String kind,
        Actor actor,
        String objectType,
        @Nullable String objectId,
        @Nullable String storeId,
        Outcome outcome,
        @Nullable String detail) {
    private static final Pattern KIND = Pattern.compile("([a-z][a-z-]{0,39})\\.[a-z][a-z-]{0,39}");
    private static final int LONGEST = 500;

    public AuditEntry {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("no kind of entry: " + kind);
        }
        if (detail != null && detail.length() > LONGEST) {
            detail = detail.substring(0, LONGEST);
        }
    }

    /** What the viewer does to the object that the kind is named after, or looks at of it. */
    public static AuditEntry of(Viewer viewer, String kind, @Nullable String objectId, @Nullable String storeId) {
        return new AuditEntry(
                kind, actor(viewer), kind.split("\\.", 2)[0], objectId, storeId, Outcome.DONE, null);
    }

    /** The viewer as entries name somebody. */
    public static Actor actor(Viewer viewer) {
        return new Actor(
                viewer.subject(), viewer.roles().stream().sorted().toList(), viewer.staffId(), viewer.clientId());
    }

    /** With a few words more. */
    public AuditEntry detail(String words) {
        return new AuditEntry(kind, actor, objectType, objectId, storeId, outcome, words);
    }

    /** With another outcome than that it was done. */
    public AuditEntry outcome(Outcome other) {
        return new AuditEntry(kind, actor, objectType, objectId, storeId, other, detail);
    }
}
