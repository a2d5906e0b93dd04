package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * In which order leads are listed. Each order is a row of stretches, one after the other, so that leads which lack what they
 * are ordered by come last instead of not at all.
 */
enum LeadOrder {
    /** Newest first. */
    REGISTERED_AT("registeredAt") {
        @Override
        List<Stretch> stretches() {
            return List.of(Stretch.newestFirst(new Criteria()));
        }
    },
    /** What was last worked on first. */
    LAST_ACTIVITY_AT("lastActivityAt") {
        @Override
        List<Stretch> stretches() {
            return List.of(
                    new Stretch(
                            Criteria.where(Leads.ACTIVE_AT).exists(true),
                            Leads.ACTIVE_AT,
                            true,
                            lead -> Objects.requireNonNull(lead.activity()).at().toEpochMilli()),
                    Stretch.newestFirst(Criteria.where(Leads.ACTIVE_AT).exists(false)));
        }
    },
    /** Hottest first, of one level the newest. */
    LEVEL("level") {
        @Override
        List<Stretch> stretches() {
            return Stream.concat(
                            Arrays.stream(Level.values())
                                    .map(level -> Criteria.where(Leads.LEVEL).is(level)),
                            Stream.of(Criteria.where(Leads.LEVEL).exists(false)))
                    .map(Stretch::newestFirst)
                    .toList();
        }
    },
    /** Likeliest first. */
    SCORE("score") {
        @Override
        List<Stretch> stretches() {
            return List.of(
                    new Stretch(
                            Criteria.where(Leads.SCORE).exists(true),
                            Leads.SCORE,
                            false,
                            lead -> Objects.requireNonNull(lead.knownOutlook().score())
                                    .points()),
                    Stretch.newestFirst(Criteria.where(Leads.SCORE).exists(false)));
        }
    };

    private final String text;

    LeadOrder(String text) {
        this.text = text;
    }

    abstract List<Stretch> stretches();

    /**
     * The order that a request asks for; newest first if it does not.
     *
     * @throws ProblemException 400 for an order that there is not
     */
    static LeadOrder of(@Nullable String sort) {
        if (sort == null) {
            return REGISTERED_AT;
        }
        return Arrays.stream(values())
                .filter(order -> order.text.equals(sort))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(List.of(new Violation(
                        "sort",
                        "Must be one of "
                                + Arrays.stream(values())
                                        .map(order -> order.text)
                                        .collect(Collectors.joining(", "))
                                + "."))));
    }

    /**
     * Leads that are alike enough to be ordered by one field, falling.
     *
     * @param only what they have in common
     * @param time whether the field is a time
     * @param value of the field; milliseconds for a time
     */
    record Stretch(Criteria only, String field, boolean time, ToLongFunction<Lead> value) {
        static Stretch newestFirst(Criteria only) {
            return new Stretch(
                    only, Leads.REGISTERED_AT, true, lead -> lead.registeredAt().toEpochMilli());
        }

        Sort sort() {
            return Sort.by(Sort.Direction.DESC, field, "_id");
        }

        /** What comes after a lead of that value and id. */
        Criteria beyond(long last, String id) {
            Object bound = time ? Instant.ofEpochMilli(last) : last;
            return new Criteria()
                    .orOperator(
                            Criteria.where(field).lt(bound),
                            Criteria.where(field).is(bound).and("_id").lt(id));
        }
    }
}
