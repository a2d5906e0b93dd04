package io.dianmai.lead.timeline;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Cursors;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Lead cards")
class TimelineController {
    private final Leads leads;
    private final Timelines timelines;
    private final Clock clock;

    TimelineController(Leads leads, Timelines timelines, Clock clock) {
        this.leads = leads;
        this.timelines = timelines;
        this.clock = clock;
    }

    @GetMapping("/api/leads/{id}/timeline")
    @Operation(
            summary = "Everything that ever happened with a lead, newest first",
            description = "Its own events, contacts and tasks, reminders about it, and the histories of leads that were"
                    + " merged into it. About a second behind.")
    Page<TimelineEntry> timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        Stored<Lead> lead =
                leads.find(id).filter(found -> viewer.maySee(found.storeId())).orElseThrow(ProblemException::notFound);
        int most = Paging.of("at", limit, null).limit();
        List<TimelineEntry> rest = timelines.read(chunks(lead)).stream()
                .sorted(TimelineEntry.NEWEST_FIRST)
                .filter(cursor == null ? _ -> true : beyond(cursor))
                .limit(most + 1L)
                .toList();
        List<TimelineEntry> shown = rest.subList(0, Math.min(most, rest.size()));
        return new Page<>(shown, rest.size() > most ? cursorOf(shown.getLast()) : null);
    }

    /** Of the lead, of those merged into it, and of what was told under the references of later registrations. */
    private List<String> chunks(Stored<Lead> lead) {
        Map<String, Instant> since = new LinkedHashMap<>();
        Deque<Stored<Lead>> open = new ArrayDeque<>(List.of(lead));
        while (!open.isEmpty()) {
            Stored<Lead> next = open.poll();
            if (since.putIfAbsent(next.id(), next.state().registeredAt()) == null) {
                references(next)
                        .forEach(id -> since.putIfAbsent(id, next.state().registeredAt()));
                next.state().absorbed().forEach(id -> leads.find(id).ifPresent(open::add));
            }
        }
        List<String> ids = new ArrayList<>();
        since.forEach((id, registeredAt) -> ids.addAll(Chunk.idsOf(id, registeredAt, clock.instant())));
        return ids;
    }

    private static Stream<String> references(Stored<Lead> lead) {
        return lead.state().joined().stream().map(reference -> AggregateIds.of(lead.storeId(), "lead", reference));
    }

    private static String cursorOf(TimelineEntry last) {
        return Cursors.of(last.at().toEpochMilli(), last.id());
    }

    private static Predicate<TimelineEntry> beyond(String cursor) {
        List<String> parts = Cursors.read(cursor, 2);
        long at = Cursors.number(parts.get(0));
        String id = parts.get(1);
        return entry -> entry.at().toEpochMilli() < at
                || (entry.at().toEpochMilli() == at && entry.id().compareTo(id) < 0);
    }
}
