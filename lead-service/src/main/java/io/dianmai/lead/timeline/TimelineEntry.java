package io.dianmai.lead.timeline;

import io.dianmai.contracts.EventJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that happened with a lead.
 *
 * @param id of its event
 * @param at when it happened
 * @param leadId the lead that it happened with: this one, or one that was merged into it
 * @param type of its event, for example {@code dianmai.lead.assigned.v1}
 * @param who staff id of whoever did it, or owned the customer then
 * @param data of its event, without dimensions and without anything that would find the customer elsewhere
 */
record TimelineEntry(
        String id,
        Instant at,
        String leadId,
        String type,
        @Nullable String who,
        JsonNode data) {
    static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::id)
            .reversed();

    /** Where events name somebody, the doer first. */
    private static final List<String> PEOPLE = List.of("reviewerId", "advisorId", "ownerId");

    /** What numbers are cut by, what a phone is found by, and which store was first: that is for headquarters. */
    private static final Set<String> NOT_SHOWN = Set.of("dimensions", "overdueUnder", "phoneHash", "firstStoreId");

    static TimelineEntry read(String id, Document stored) {
        JsonNode data = EventJson.MAPPER.readTree(stored.getString("data"));
        String who = who(data);
        strip(data);
        return new TimelineEntry(
                id, stored.getDate("at").toInstant(), stored.getString("leadId"), stored.getString("type"), who, data);
    }

    private static @Nullable String who(JsonNode data) {
        return Stream.concat(
                        PEOPLE.stream().map(data::path),
                        Stream.of(data.path("dimensions").path("advisorId")))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse(null);
    }

    private static void strip(JsonNode data) {
        if (data instanceof ObjectNode object) {
            object.remove(NOT_SHOWN);
        }
        data.forEach(TimelineEntry::strip);
    }
}
