package io.dianmai.gateway.audit;

import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** Which entries are wanted: the parameters of requests. */
record AuditFilter(
        @Parameter(description = "Not before this time") @Nullable
        Instant from,

        @Parameter(description = "Before this time") @Nullable
        Instant to,

        @Parameter(description = "client.rotated for one act, client for everything about clients") @Nullable
        String kind,

        @Parameter(description = "Account, client or staff id") @Nullable
        String actor,

        @Parameter(description = "Store id") @Nullable String store,

        @Parameter(description = "Id of what it was done to") @Nullable
        String object,

        @Nullable Outcome outcome) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)?");

    /**
     * The same as a condition.
     *
     * @throws ProblemException 400 when it makes no sense
     */
    Criteria criteria() {
        List<Criteria> all = new ArrayList<>();
        if (from != null || to != null) {
            all.add(time());
        }
        if (kind != null) {
            all.add(ofKind(kind));
        }
        if (actor != null) {
            all.add(new Criteria()
                    .orOperator(
                            Criteria.where(KeptEntry.ACTOR).is(actor),
                            Criteria.where(KeptEntry.STAFF).is(actor)));
        }
        add(all, KeptEntry.STORE, store);
        add(all, KeptEntry.OBJECT, object);
        add(all, KeptEntry.OUTCOME, outcome == null ? null : outcome.name());
        return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
    }

    private static void add(List<Criteria> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }

    private Criteria time() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid(List.of(new Violation("to", "Must be after from.")));
        }
        Criteria at = Criteria.where(KeptEntry.AT);
        if (from != null) {
            at = at.gte(from);
        }
        return to == null ? at : at.lt(to);
    }

    private static Criteria ofKind(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw ProblemException.invalid(List.of(new Violation("kind", "Must be such as client or client.rotated.")));
        }
        Criteria field = Criteria.where(KeptEntry.KIND);
        return kind.contains(".") ? field.is(kind) : field.gte(kind + '.').lt(kind + '/');
    }
}
