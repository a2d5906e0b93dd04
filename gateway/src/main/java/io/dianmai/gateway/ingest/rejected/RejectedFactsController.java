package io.dianmai.gateway.ingest.rejected;

import io.dianmai.contracts.EventJson;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/store-events/rejected}: what a store sent and a service refused, newest first. */
@RestController
class RejectedFactsController {
    private final MongoOperations mongo;

    RejectedFactsController(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(RejectedFact.class)
                .createIndex(new Index().on("storeId", Sort.Direction.ASC).on("rejectedAt", Sort.Direction.DESC));
    }

    /**
     * A part of the list.
     *
     * @param next cursor of the following part; absent at the end
     */
    record Page(List<Entry> items, @Nullable String next) {}

    /** A refused fact with the reason. */
    record Entry(
            String id,
            String source,
            String type,
            String storeId,
            Instant time,
            String rejectedBy,
            Instant rejectedAt,
            JsonNode problem,
            JsonNode data) {}

    @GetMapping("/api/store-events/rejected")
    Page list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (store != null) {
            viewer.requireStore(store);
        }
        Criteria scope =
                store == null ? viewer.within() : Criteria.where("storeId").is(store);
        Criteria wanted = cursor == null
                ? scope
                : new Criteria().andOperator(scope, Cursor.parse(cursor).after());
        List<RejectedFact> found = mongo.find(
                Query.query(wanted)
                        .with(Sort.by(Sort.Direction.DESC, "rejectedAt", "_id"))
                        .limit(limit + 1),
                RejectedFact.class);
        List<RejectedFact> page = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? Cursor.of(page.getLast()).text() : null;
        return new Page(page.stream().map(RejectedFactsController::entry).toList(), next);
    }

    private static Entry entry(RejectedFact fact) {
        return new Entry(
                fact.eventId(),
                fact.source(),
                fact.type(),
                fact.storeId(),
                fact.time(),
                fact.rejectedBy(),
                fact.rejectedAt(),
                fact.problemJson(),
                EventJson.MAPPER.readTree(fact.data()));
    }

    /** Where a page ended. */
    private record Cursor(Instant rejectedAt, String id) {
        static Cursor of(RejectedFact last) {
            return new Cursor(last.rejectedAt(), last.id());
        }

        static Cursor parse(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int split = plain.indexOf('|');
                return new Cursor(Instant.parse(plain.substring(0, split)), plain.substring(split + 1));
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException malformed) {
                throw ProblemException.invalid(
                        List.of(new Violation("cursor", "must be one that an earlier answer gave")));
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((rejectedAt + "|" + id).getBytes(StandardCharsets.UTF_8));
        }

        Criteria after() {
            return new Criteria()
                    .orOperator(
                            Criteria.where("rejectedAt").lt(rejectedAt),
                            Criteria.where("rejectedAt")
                                    .is(rejectedAt)
                                    .and("_id")
                                    .lt(id));
        }
    }
}
