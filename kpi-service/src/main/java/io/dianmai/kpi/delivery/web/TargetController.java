package io.dianmai.kpi.delivery.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.delivery.DeliverySettings;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.queue.QueueDesk;
import io.dianmai.kpi.delivery.target.TargetBook;
import io.dianmai.kpi.delivery.target.TargetVersion;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/delivery-targets}: where reminders go. Headquarters says; operations may look. */
@RestController
class TargetController {
    private static final String PATH = "/api/delivery-targets";

    private final TargetBook targets;
    private final TargetDrafts drafts;
    private final QueueDesk queues;
    private final DeliverySettings settings;
    private final Clock clock;

    TargetController(
            TargetBook targets, TargetDrafts drafts, QueueDesk queues, DeliverySettings settings, Clock clock) {
        this.targets = targets;
        this.drafts = drafts;
        this.queues = queues;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(PATH)
    List<TargetView> list(Viewer viewer) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        List<TargetVersion> all = targets.all();
        var states =
                queues.states(all.stream().map(version -> version.target().id()).toList());
        return all.stream()
                .map(version ->
                        TargetView.of(version, states.get(version.target().id()), null))
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<TargetView> get(Viewer viewer, @PathVariable String id) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        return answer(present(id), null);
    }

    @PostMapping(PATH)
    @Audited("delivery-target.created")
    ResponseEntity<TargetView> create(Viewer viewer, @Valid @RequestBody TargetRequest request) {
        viewer.require(Role.GROUP_HQ);
        if (targets.count() >= settings.mostTargets()) {
            throw TargetProblems.tooMany(settings.mostTargets());
        }
        DeliveryTarget target = drafts.of(request, clock.instant());
        queues.open(target.id());
        TargetVersion made = targets.add(target, name(viewer));
        @Nullable
        String newSecret =
                request.secret() == null ? target.secrets().stream().findFirst().orElse(null) : null;
        return ResponseEntity.created(URI.create(PATH + '/' + target.id()))
                .eTag(eTag(made))
                .body(view(made, newSecret));
    }

    @PutMapping(PATH + "/{id}")
    @Audited(value = "delivery-target.changed", id = "{id}")
    ResponseEntity<TargetView> change(
            Viewer viewer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @Valid @RequestBody TargetRequest request) {
        viewer.require(Role.GROUP_HQ);
        TargetVersion present = present(id);
        requireVersion(present, version);
        return answer(replace(present, drafts.changed(present.target(), request), viewer), null);
    }

    /** A new secret in the place of the present one, which goes on signing for some time. */
    @PostMapping(PATH + "/{id}/secret")
    @Audited(value = "delivery-target.secret-rotated", id = "{id}")
    ResponseEntity<TargetView> rotate(Viewer viewer, @PathVariable String id) {
        viewer.require(Role.GROUP_HQ);
        TargetVersion present = present(id);
        String secret = drafts.newSecret(present.target());
        return answer(replace(present, TargetDrafts.withSecret(present.target(), secret), viewer), secret);
    }

    @DeleteMapping(PATH + "/{id}")
    @Audited(value = "delivery-target.deleted", id = "{id}")
    ResponseEntity<Void> delete(
            Viewer viewer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version) {
        viewer.require(Role.GROUP_HQ);
        TargetVersion present = present(id);
        if (version != null) {
            requireVersion(present, version);
        }
        if (!targets.remove(present)) {
            throw TargetProblems.staleVersion();
        }
        queues.close(id);
        return ResponseEntity.noContent().build();
    }

    /** Sends to it again after it was off, at once. */
    @PostMapping(PATH + "/{id}/resume")
    @Audited(value = "delivery-target.resumed", id = "{id}")
    ResponseEntity<TargetView> resume(Viewer viewer, @PathVariable String id) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        TargetVersion present = present(id);
        if (!queues.resume(id)) {
            throw ProblemException.notFound();
        }
        return answer(present, null);
    }

    private TargetVersion present(String id) {
        return targets.find(id).orElseThrow(ProblemException::notFound);
    }

    private TargetVersion replace(TargetVersion present, DeliveryTarget changed, Viewer viewer) {
        return targets.replace(present, changed, settings.secretOverlap(), name(viewer))
                .orElseThrow(TargetProblems::staleVersion);
    }

    private ResponseEntity<TargetView> answer(TargetVersion version, @Nullable String newSecret) {
        return ResponseEntity.ok().eTag(eTag(version)).body(view(version, newSecret));
    }

    private TargetView view(TargetVersion version, @Nullable String newSecret) {
        String id = version.target().id();
        return TargetView.of(version, queues.states(List.of(id)).get(id), newSecret);
    }

    private static void requireVersion(TargetVersion present, @Nullable String version) {
        if (version == null) {
            throw TargetProblems.versionNeeded();
        }
        if (!version.equals("*") && !version.equals(eTag(present))) {
            throw TargetProblems.staleVersion();
        }
    }

    private static String eTag(TargetVersion version) {
        return '"' + Long.toString(version.revision()) + '"';
    }

    private static String name(Viewer viewer) {
        return viewer.staffId() == null ? viewer.subject() : viewer.staffId();
    }
}
