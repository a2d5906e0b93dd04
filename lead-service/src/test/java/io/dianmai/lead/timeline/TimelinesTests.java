package io.dianmai.lead.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.messaging.EventBatchHandler.Received;
import io.dianmai.kit.test.MemoryStore;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelinesTests {
    private static final Instant REGISTERED = Instant.parse("2026-03-10T01:42:10Z");
    private static final Instant MUCH_LATER = Instant.parse("2026-05-02T08:00:00Z");
    private static final LeadDimensions DIMENSIONS =
            new LeadDimensions(Channel.WEB, null, "Yunhai X5", "a1", "t1", REGISTERED);
    private static final MaskedCustomer WANG = new MaskedCustomer("王*", "138****0017", "hash-17");

    private final MemoryStore store = new MemoryStore();
    private final Timelines timelines = new Timelines(store.mongo());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEveryEventOnceHoweverOftenItIsTold() {
        var registered = told("l1", REGISTERED, registration());
        var visited = told("l1", MUCH_LATER, new LeadVisited(DIMENSIONS, 1));

        timelines.write(List.of(registered, registered, visited));
        timelines.write(List.of(visited));

        assertThat(entries("l1"))
                .extracting(TimelineEntry::id)
                .containsExactly(visited.event().id(), registered.event().id());
        assertThat(store.mongo().getCollection(Timelines.COLLECTION).countDocuments())
                .isEqualTo(2);
    }

    @Test
    void hearsOfTasksVisitsAndTheLeadItself() {
        timelines.write(List.of(
                told("l1", REGISTERED, registration()),
                told(
                        "l1",
                        REGISTERED.plusSeconds(1),
                        new FollowUpOverdue(DIMENSIONS, "t", TaskPurpose.FIRST_RESPONSE, REGISTERED)),
                told("v1", REGISTERED.plusSeconds(2), new VisitLogged(DIMENSIONS, VisitKind.CALL, 1, false, "l1")),
                told("v2", REGISTERED.plusSeconds(3), new VisitLogged(DIMENSIONS, VisitKind.CALL, 1, false, null))));

        assertThat(entries("l1"))
                .extracting(TimelineEntry::type)
                .containsExactly(
                        "dianmai.lead.visit-logged.v1", "dianmai.followup.overdue.v1", "dianmai.lead.registered.v1");
    }

    @Test
    void findsWhatIsToldToHaveHappenedBeforeTheLeadWasOnFile() {
        timelines.write(List.of(told("l1", REGISTERED.minusSeconds(90 * 86_400L), new LeadVisited(DIMENSIONS, 1))));

        assertThat(entries("l1")).hasSize(1);
    }

    @Test
    void showsWhoAndNothingThatFindsTheCustomerElsewhere() {
        timelines.write(List.of(
                told("l1", REGISTERED, registration()),
                told("l1", REGISTERED, new LeadClashed(DIMENSIONS, "s2", REGISTERED, MUCH_LATER))));

        assertThat(entries("l1")).allSatisfy(entry -> {
            assertThat(entry.who()).isEqualTo("a1");
            assertThat(entry.data().toString()).doesNotContain("hash-17", "dimensions", "s2");
        });
        assertThat(entries("l1").toString()).contains("138****0017");
    }

    private List<TimelineEntry> entries(String leadId) {
        Collection<String> chunks = Chunk.idsOf(leadId, REGISTERED, MUCH_LATER);
        return timelines.read(chunks).stream()
                .sorted(TimelineEntry.NEWEST_FIRST)
                .toList();
    }

    private static LeadRegistered registration() {
        return new LeadRegistered(DIMENSIONS, CustomerClass.PROSPECT, WANG, "XS-1");
    }

    private static Received told(String subject, Instant time, EventData data) {
        var event = new Envelope<>(AggregateIds.next(), URI.create("/test"), subject, time, "s1", 1, time, null, data);
        return new Received(event, EventJson.MAPPER.writeValueAsBytes(data), 0);
    }
}
