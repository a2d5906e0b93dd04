package io.dianmai.kit.policy.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.policy.PolicyChange;
import io.dianmai.kit.policy.PolicyDesk;
import io.dianmai.kit.policy.PolicyHistory;
import io.dianmai.kit.policy.PolicyHistory.Outcome;
import io.dianmai.kit.policy.PolicyKey;
import io.dianmai.kit.policy.PolicyPlaces;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Headquarters changes policies while everything runs. */
@RestController
@ConditionalOnProperty("dianmai.policies.path")
@RequestMapping("${dianmai.policies.path}/{kind}")
@Tag(name = "Policies")
class PolicyChanges {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyChanges.class);
    private static final Pattern REVISION = Pattern.compile("\"(\\d{1,6})\"");

    private final PolicyDesk desk;
    private final PolicyAddresses addresses;
    private final PolicyDrafts drafts;
    private final Clock clock;

    PolicyChanges(PolicyDesk desk, PolicyPlaces places, Clock clock) {
        this.desk = desk;
        this.addresses = new PolicyAddresses(desk, places);
        this.drafts = new PolicyDrafts(desk);
        this.clock = clock;
    }

    @PutMapping
    @Audited(value = "policy.changed", id = "{kind}/{scope:group}")
    @Operation(
            summary = "A policy that holds from effectiveFrom on, in its scope",
            description =
                    "The body is the whole policy, as GET shows it. Without effectiveFrom it holds from now on; it may"
                            + " be up to a day ago and two years ahead. Every instance goes by it within a second.")
    ResponseEntity<ScopeView> put(
            Viewer viewer,
            @PathVariable String kind,
            @RequestParam(defaultValue = "group") String scope,
            @RequestParam(required = false) @Nullable Instant effectiveFrom,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> policy) {
        viewer.require(Role.GROUP_HQ);
        PolicyKey key = addresses.key(kind, scope);
        Instant now = now();
        Instant from = PolicyDates.fair(effectiveFrom, now);
        Object read = drafts.read(addresses.kind(kind), policy);
        return record(key, new PolicyChange.Put(read, from, name(viewer), now), ifMatch);
    }

    @DeleteMapping
    @Audited(value = "policy.withdrawn", id = "{kind}/{scope:group}")
    @Operation(
            summary = "Ends the policies of a scope from now on, or cancels one that has not begun",
            description =
                    "Without effectiveFrom the scope has none any more from now on, and the less specific one holds.")
    ResponseEntity<ScopeView> delete(
            Viewer viewer,
            @PathVariable String kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable Instant effectiveFrom) {
        viewer.require(Role.GROUP_HQ);
        PolicyKey key = addresses.key(kind, scope);
        Instant now = now();
        PolicyChange change = effectiveFrom == null
                ? new PolicyChange.Ended(now, name(viewer), now)
                : new PolicyChange.Cancelled(effectiveFrom, name(viewer), now);
        return record(key, change, ifMatch);
    }

    @PostMapping("/preview")
    @Operation(
            summary = "What a change would come to; nothing is changed",
            description = "Takes what PUT takes. Only for kinds whose owner can tell; the answer is the owner's.")
    Object preview(
            Viewer viewer,
            @PathVariable String kind,
            @RequestParam(defaultValue = "group") String scope,
            @RequestParam(required = false) @Nullable Instant effectiveFrom,
            @RequestBody Map<String, @Nullable Object> policy) {
        viewer.require(Role.GROUP_HQ);
        PolicyKey key = addresses.key(kind, scope);
        Instant from = PolicyDates.fair(effectiveFrom, now());
        Object read = drafts.read(addresses.kind(kind), policy);
        return desk.preview(key, read, from, viewer).orElseThrow(PolicyProblems::noPreview);
    }

    private ResponseEntity<ScopeView> record(PolicyKey key, PolicyChange change, @Nullable String ifMatch) {
        return switch (desk.record(key, change, revision(ifMatch))) {
            case Outcome.Said(PolicyHistory history) -> {
                LOG.info(
                        "policy {} {} changed by {} to revision {}",
                        key.kind(),
                        key.scope().text(),
                        change.by(),
                        history.revision());
                yield addresses.answer(history, now());
            }
            case Outcome.Unchanged(PolicyHistory history) -> addresses.answer(history, now());
            case Outcome.Stale(int revision) -> throw PolicyProblems.stale(revision);
            case Outcome.DateTaken(Instant from) -> throw PolicyProblems.dateTaken(from);
            case Outcome.Begun() -> throw PolicyProblems.begun();
            case Outcome.Nothing() -> throw ProblemException.notFound();
            case Outcome.Full(int changes) -> throw PolicyProblems.full(changes);
        };
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
            throw PolicyProblems.unfitIfMatch();
        }
        return Integer.valueOf(revision.group(1));
    }
}
