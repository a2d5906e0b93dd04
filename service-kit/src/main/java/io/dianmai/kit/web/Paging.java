package io.dianmai.kit.web;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which page of a list is wanted: {@code limit} items that come after the cursor. A page stays true while other items
 * arrive, for a cursor names the last item seen and not a position.
 *
 * @param timeField path of the stored time that the list is ordered by
 * @param direction descending: newest first
 */
public record Paging(
        String timeField,
        Sort.Direction direction,
        int limit,
        @Nullable Cursor cursor) {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    record Cursor(Instant time, String id) {
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((time.toEpochMilli() + ":" + id).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor parse(String text) {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("no cursor");
            }
            return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        }
    }

    /** Reads the parameters of a request for a list, newest first; ends it with a problem when they make no sense. */
    public static Paging of(String timeField, @Nullable Integer limit, @Nullable String cursor) {
        return of(timeField, Sort.Direction.DESC, limit, cursor);
    }

    /** As {@link #of(String, Integer, String)}, in a direction of its own. */
    public static Paging of(
            String timeField, Sort.Direction direction, @Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw invalid("limit", "Must be from 1 to " + MOST + ".");
        }
        try {
            return new Paging(
                    timeField, direction, limit == null ? USUAL : limit, cursor == null ? null : Cursor.parse(cursor));
        } catch (IllegalArgumentException garbled) {
            throw invalid("cursor", "Must be taken from next of the page before.");
        }
    }

    /** The condition that leaves out what earlier pages have shown. */
    public Criteria beyond() {
        if (cursor == null) {
            return new Criteria();
        }
        var sameTime = Criteria.where(timeField).is(cursor.time()).and("_id");
        var otherTime = Criteria.where(timeField);
        return new Criteria()
                .orOperator(
                        direction.isAscending() ? otherTime.gt(cursor.time()) : otherTime.lt(cursor.time()),
                        direction.isAscending() ? sameTime.gt(cursor.id()) : sameTime.lt(cursor.id()));
    }

    /**
     * What a list asks the store for: what the viewer may see, beyond the cursor, and of one store where it is named.
     * More conditions are added with {@code andOperator}.
     */
    public Criteria within(Viewer viewer, @Nullable String storeId) {
        var store = storeId == null ? new Criteria() : Criteria.where("storeId").is(storeId);
        return new Criteria().andOperator(viewer.within(), store, beyond());
    }

    public Sort order() {
        return Sort.by(direction, timeField, "_id");
    }

    /** How many to ask the store for: one more tells whether there is another page. */
    public int wanted() {
        return limit + 1;
    }

    /** The page made of what the store gave. */
    public <S, T> Page<T> page(List<Stored<S>> found, Function<S, Instant> time, Function<Stored<S>, T> view) {
        List<Stored<S>> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? new Cursor(
                                time.apply(shown.getLast().state()),
                                shown.getLast().id())
                        .text()
                : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    private static ProblemException invalid(String parameter, String detail) {
        return ProblemException.invalid(List.of(new Violation(parameter, detail)));
    }
}
