package io.dianmai.kit.policy;

import io.dianmai.kit.policy.PolicyHistory.Outcome;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Where headquarters changes policies, and everybody else looks them up. */
public final class PolicyDesk {
    private final PolicyArchive archive;
    private final StoredPolicies policies;
    private final PolicyKinds kinds;
    private final List<PolicyPreview<?>> previews;

    PolicyDesk(PolicyArchive archive, StoredPolicies policies, PolicyKinds kinds, List<PolicyPreview<?>> previews) {
        this.archive = archive;
        this.policies = policies;
        this.kinds = kinds;
        this.previews = List.copyOf(previews);
    }

    /** Which state of the policies the answers are from. */
    public long version() {
        return policies.current().version();
    }

    /** The kind by its name. */
    public Optional<PolicyKind<?>> kind(String name) {
        return kinds.find(name);
    }

    /**
     * Reads what somebody wants to hold.
     *
     * @param draft as it came, of maps and lists
     * @throws JacksonException with the path to what cannot be read
     */
    public Object read(PolicyKind<?> kind, Object draft) {
        return PolicyKinds.read(kind, draft);
    }

    /** A policy as it is written. */
    public JsonNode written(Object policy) {
        return PolicyKinds.tree(policy);
    }

    /** What is wrong with a policy of that kind. */
    public List<Violation> flaws(PolicyKind<?> kind, Object policy) {
        return kind.flawsOf(policy);
    }

    /** All that hold then, by kind, the less specific ones first. */
    public List<Holding> inForce(Instant at) {
        PolicyBook current = policies.current();
        return kinds.all().stream()
                .flatMap(kind -> current.holdings(kind, at).stream())
                .toList();
    }

    /** The one of each kind that a store goes by then. */
    public List<Holding> inForce(Place place, Instant at) {
        PolicyBook current = policies.current();
        return kinds.all().stream()
                .map(kind -> current.holding(kind, place, at))
                .toList();
    }

    /** The one of a kind that holds in a scope by its own right then. */
    public Optional<Holding> inForce(PolicyKey key, Instant at) {
        return policies.current().holding(kinds.get(key.kind()), key.scope(), at);
    }

    /** Those of one scope that begin later. */
    public List<Holding> toCome(PolicyKey key, Instant at) {
        Timeline timeline = policies.current().timeline(key);
        return timeline.after(at).stream()
                .map(since -> Holding.of(key, since, timeline))
                .toList();
    }

    /** All that headquarters has said about one scope; nothing when it has not. */
    public PolicyHistory history(PolicyKey key) {
        return archive.find(key);
    }

    /**
     * Records a change, by which this instance goes at once and the others within a second or two.
     *
     * @param expected the revision that the history must have; null for whichever it has
     * @throws OptimisticLockingFailureException when others were faster again and again
     */
    public Outcome record(PolicyKey key, PolicyChange change, @Nullable Integer expected) {
        Outcome outcome = archive.record(key, change, expected);
        if (outcome instanceof Outcome.Said) {
            policies.refresh();
        }
        return outcome;
    }

    /** What a change would come to; empty when nobody can tell for this kind. */
    public Optional<Object> preview(PolicyKey key, Object policy, Instant from, Viewer viewer) {
        return previews.stream()
                .filter(preview -> preview.kind().name().equals(key.kind()))
                .findFirst()
                .map(preview -> preview(preview, key, policy, from, viewer));
    }

    private <T> Object preview(PolicyPreview<T> preview, PolicyKey key, Object policy, Instant from, Viewer viewer) {
        PolicyBook now = policies.current();
        T draft = preview.kind().type().cast(policy);
        return preview.of(
                new PolicyPreview.Draft<>(draft, key.scope(), from, now, now.with(key, policy, from)), viewer);
    }
}
