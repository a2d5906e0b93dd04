package io.dianmai.kit.policy;

import java.time.Instant;
import org.bson.Document;

/** Histories as documents. Times and policies are text, which no store rounds or reorders. */
final class PolicyDocument {
    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String KIND = "kind";
    private static final String SCOPE = "scope";
    private static final String CHANGES = "changes";
    private static final String ACT = "act";
    private static final String FROM = "from";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String POLICY = "policy";
    private static final String PUT = "put";
    private static final String ENDED = "ended";
    private static final String CANCELLED = "cancelled";

    private PolicyDocument() {}

    static Document of(PolicyHistory history) {
        return new Document(ID, history.key().id())
                .append(KIND, history.key().kind())
                .append(SCOPE, history.key().scope().text())
                .append(REVISION, history.revision())
                .append(
                        CHANGES,
                        history.changes().stream().map(PolicyDocument::of).toList());
    }

    private static Document of(PolicyChange change) {
        Document document = new Document(FROM, change.from().toString())
                .append(BY, change.by())
                .append(AT, change.at().toString());
        return switch (change) {
            case PolicyChange.Put put -> document.append(ACT, PUT).append(POLICY, PolicyKinds.text(put.policy()));
            case PolicyChange.Ended _ -> document.append(ACT, ENDED);
            case PolicyChange.Cancelled _ -> document.append(ACT, CANCELLED);
        };
    }

    static int revision(Document document) {
        return document.getInteger(REVISION);
    }

    /**
     * Reads a history.
     *
     * @throws RuntimeException when this version of the service cannot make sense of it
     */
    static PolicyHistory history(Document document, PolicyKinds kinds) {
        String kind = document.getString(KIND);
        PolicyScope scope = PolicyScope.parse(document.getString(SCOPE))
                .orElseThrow(() -> new IllegalArgumentException("a scope that is none"));
        return new PolicyHistory(
                new PolicyKey(kind, scope),
                document.getList(CHANGES, Document.class).stream()
                        .map(change -> change(change, kind, kinds))
                        .toList());
    }

    private static PolicyChange change(Document document, String kind, PolicyKinds kinds) {
        Instant from = Instant.parse(document.getString(FROM));
        String by = document.getString(BY);
        Instant at = Instant.parse(document.getString(AT));
        String act = document.getString(ACT);
        return switch (act) {
            case PUT -> new PolicyChange.Put(kinds.read(kind, document.getString(POLICY)), from, by, at);
            case ENDED -> new PolicyChange.Ended(from, by, at);
            case CANCELLED -> new PolicyChange.Cancelled(from, by, at);
            default -> throw new IllegalArgumentException("a change that is none: " + act);
        };
    }
}
