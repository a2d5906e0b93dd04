package io.dianmai.lead.lead;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Outcomes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Leads")
class BatchController {
    private static final int MOST = 500;

    private final Registering registering;
    private final JsonMapper json;
    private final Validator validator;

    BatchController(Registering registering, JsonMapper json, Validator validator) {
        this.registering = registering;
        this.json = json;
        this.validator = validator;
    }

    /** Registrations, each a body as {@code POST /api/leads} takes it. */
    record Batch(@NotEmpty @Size(max = MOST) List<@NotNull @Valid Item> items) {}

    /**
     * One of them.
     *
     * @param idempotencyKey makes it one registration, however often it is sent
     */
    record Item(
            @Nullable @Size(min = 1, max = 200) String idempotencyKey,
            @NotNull JsonNode lead) {}

    /** What became of them, in the order in which they were sent. */
    record Verdicts(List<Verdict> verdicts) {}

    /**
     * What became of one: as if it had been sent alone.
     *
     * @param status 201 for a new lead, 200 for one that was on file, else that of the problem
     */
    record Verdict(
            int status, @Nullable LeadView lead, @Nullable ProblemDetail problem) {}

    @PostMapping("/api/leads/batch")
    @Operation(
            summary = "Put up to 500 customers on file",
            description =
                    "Items are {\"idempotencyKey\": …, \"lead\": a body of POST /api/leads}. Each is taken or refused by"
                            + " itself; the verdicts come in their order. A retry with the same keys changes nothing twice.")
    Verdicts register(@Valid @RequestBody Batch body, Viewer viewer) {
        Access.WRITE.require(viewer);
        return new Verdicts(
                body.items().stream().map(item -> verdict(item, viewer)).toList());
    }

    private Verdict verdict(Item item, Viewer viewer) {
        try {
            Registered registered = registering.register(read(item.lead()), item.idempotencyKey(), viewer);
            var lead = LeadView.of(Outcomes.stored(registered.outcome()));
            return new Verdict((registered.joined() ? HttpStatus.OK : HttpStatus.CREATED).value(), lead, null);
        } catch (ProblemException refused) {
            return new Verdict(refused.getStatusCode().value(), null, refused.getBody());
        }
    }

    private RegistrationRequest read(JsonNode lead) {
        if (!lead.isObject()) {
            throw ProblemException.invalid(List.of(new Violation("", "Must be a body of POST /api/leads.")));
        }
        try {
            var request = json.treeToValue(lead, RegistrationRequest.class);
            var violations = validator.validate(request);
            if (!violations.isEmpty()) {
                throw ProblemException.invalid(violations);
            }
            return request;
        } catch (JacksonException unreadable) {
            throw ProblemException.unreadable(unreadable);
        }
    }
}
