package io.dianmai.kpi.ladder.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.audit.AuditedRequest;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderChange;
import io.dianmai.kpi.ladder.LadderDesk;
import io.dianmai.kpi.ladder.LadderDraft;
import io.dianmai.kpi.ladder.LadderFlaw;
import io.dianmai.kpi.ladder.LadderHistory;
import io.dianmai.kpi.ladder.LadderHistory.Outcome;
import io.dianmai.kpi.ladder.LadderKey;
import io.dianmai.kpi.ladder.LadderPlaces;
import io.dianmai.kpi.ladder.LadderReader;
import io.dianmai.kpi.ladder.LadderReader.Reading;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Headquarters changes ladders while everything runs. */
@RestController
class LadderChanges {
    private static final Logger LOG = LoggerFactory.getLogger(LadderChanges.class);
    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,6})\"");

    private final LadderDesk desk;
    private final LadderPlaces places;
    private final Clock clock;

    LadderChanges(LadderDesk desk, LadderPlaces places, Clock clock) {
        this.desk = desk;
        this.places = places;
        this.clock = clock;
    }

    @Operation(summary = "A ladder that holds for deadlines that are due from effectiveFrom on, in its scope")
    @PutMapping("/api/ladders/{kind}")
    @Audited(value = "ladder.changed", id = "{kind}")
    ResponseEntity<ScopeView> put(
            Viewer viewer,
            @PathVariable DeadlineKind kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LadderDraft draft) {
        viewer.require(Role.GROUP_HQ);
        Instant now = now();
        Ladder ladder = switch (LadderReader.change(kind, draft, places::exists, now)) {
            case Reading.Bad(List<LadderFlaw> flaws) -> throw LadderProblems.of(flaws);
            case Reading.Good(Ladder good) -> good;
        };
        LadderKey key = new LadderKey(kind, ladder.scope());
        return record(key, new LadderChange.Put(ladder, name(viewer), now), ifMatch);
    }

    /**
     * Takes ladders back.
     *
     * @param effectiveFrom of one that has not begun; without it, the scope has none any more for deadlines that are due
     *     from now on, and the less specific one holds
     */
    @Operation(summary = "Ends the ladders of a scope from now on, or cancels one that has not begun")
    @DeleteMapping("/api/ladders/{kind}")
    @Audited(value = "ladder.withdrawn", id = "{kind}/{scope}")
    ResponseEntity<ScopeView> delete(
            Viewer viewer,
            @PathVariable DeadlineKind kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable Instant effectiveFrom) {
        viewer.require(Role.GROUP_HQ);
        Instant now = now();
        LadderKey key = new LadderKey(kind, LadderLookups.scope(scope));
        LadderChange change = effectiveFrom == null
                ? new LadderChange.Ended(now, name(viewer), now)
                : new LadderChange.Cancelled(effectiveFrom, name(viewer), now);
        return record(key, change, ifMatch);
    }

    private ResponseEntity<ScopeView> record(LadderKey key, LadderChange change, @Nullable String ifMatch) {
        AuditedRequest.about(key.kind().name() + '/' + key.scope().text(), null);
        return switch (desk.record(key, change, revision(ifMatch))) {
            case Outcome.Said(LadderHistory history) -> {
                LOG.info(
                        "ladder {} {} changed by {} to revision {}",
                        key.kind(),
                        key.scope().text(),
                        change.by(),
                        history.revision());
                yield answer(history);
            }
            case Outcome.Unchanged(LadderHistory history) -> answer(history);
            case Outcome.Stale(int revision) -> throw LadderProblems.stale(revision);
            case Outcome.DateTaken(Ladder ladder) -> throw LadderProblems.dateTaken(ladder);
            case Outcome.Begun() -> throw LadderProblems.begun();
            case Outcome.Nothing() -> throw ProblemException.notFound();
            case Outcome.Full(int changes) -> throw LadderProblems.full(changes);
        };
    }

    private ResponseEntity<ScopeView> answer(LadderHistory history) {
        return LadderLookups.answer(ScopeView.of(history, desk, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String name(Viewer viewer) {
        return viewer.staffId() == null ? viewer.subject() : viewer.staffId();
    }

    /** Null when any will do; {@code "0"} for a scope of which nothing was ever said. */
    private static @Nullable Integer revision(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        Matcher revision = REVISION.matcher(header);
        if (!revision.matches()) {
            throw ProblemException.invalid(
                    List.of(new Violation("If-Match", "Must be the ETag of the ladder, for example \"3\".")));
        }
        return Integer.valueOf(revision.group(1));
    }
}
