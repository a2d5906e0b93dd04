package io.dianmai.aftersales.complaint;

import io.dianmai.aftersales.AfterSalesAccess;
import io.dianmai.aftersales.JobOwners;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.RegisteredStores;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/complaints")
@Tag(name = "Complaints", description = "投诉: answered within half an hour, resolved within a day")
class ComplaintController {
    private final Complaints complaints;
    private final JobOwners owners;
    private final GivenCommands commands;
    private final RegisteredStores registeredStores;

    ComplaintController(
            Complaints complaints, JobOwners owners, GivenCommands commands, RegisteredStores registeredStores) {
        this.registeredStores = registeredStores;
        this.complaints = complaints;
        this.owners = owners;
        this.commands = commands;
    }

    /**
     * A customer complains.
     *
     * @param complaintRef the store system's own id, where it has one: facts then speak of the same complaint
     */
    record OpenRequest(
            @NotBlank @Size(max = 100) String storeId,
            @Nullable @Size(min = 1, max = 100) String complaintRef,
            @NotNull ComplaintCategory category,
            @Nullable @Size(max = 100) String adviserId,
            @Nullable @Size(max = 100) String model,
            @Nullable Instant time) {}

    /** The customer was answered. */
    record AnswerRequest(@Nullable Instant time) {}

    /** The complaint is settled. */
    record ResolutionRequest(
            @Nullable Boolean satisfied, @Nullable Instant time) {}

    @PostMapping
    ResponseEntity<ComplaintView> open(
            @Valid @RequestBody OpenRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        AfterSalesAccess.WRITE.require(viewer);
        registeredStores.require(body.storeId(), viewer);
        var open = new ComplaintCommand.Open(
                owners.dimensions(body.storeId(), body.adviserId(), body.model()), body.category());
        String id = GivenCommands.newId(body.storeId(), "complaint", body.complaintRef(), key);
        var command = commands.given(body.storeId(), body.time(), key, body);
        return Answers.created(
                "/api/complaints", Outcomes.stored(complaints.execute(id, command, open)), ComplaintView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ComplaintView> find(@PathVariable String id, Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        return Answers.ok(visible(id, viewer), ComplaintView::of);
    }

    @GetMapping
    Page<ComplaintView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        var paging = Paging.of("state.openedAt", limit, cursor);
        return paging.page(
                complaints.find(paging.within(viewer, storeId), paging.order(), paging.wanted()),
                Complaint::openedAt,
                ComplaintView::of);
    }

    @PostMapping("/{id}/answer")
    ResponseEntity<ComplaintView> answer(
            @PathVariable String id,
            @Valid @RequestBody AnswerRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        return step(id, body, body.time(), new ComplaintCommand.Answer(), key, viewer);
    }

    @PostMapping("/{id}/resolution")
    ResponseEntity<ComplaintView> resolve(
            @PathVariable String id,
            @Valid @RequestBody ResolutionRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        return step(id, body, body.time(), new ComplaintCommand.Resolve(body.satisfied()), key, viewer);
    }

    private ResponseEntity<ComplaintView> step(
            String id,
            Record body,
            @Nullable Instant time,
            ComplaintCommand change,
            @Nullable String key,
            Viewer viewer) {
        AfterSalesAccess.WRITE.require(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, time, key, body);
        return Answers.ok(Outcomes.stored(complaints.execute(id, command, change)), ComplaintView::of);
    }

    private Stored<Complaint> visible(String id, Viewer viewer) {
        return complaints
                .find(id)
                .filter(found -> viewer.maySee(found.storeId()))
                .orElseThrow(ProblemException::notFound);
    }
}
