package io.dianmai.gateway.registry;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.IfMatch;
import io.dianmai.kit.web.Outcomes;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/** The registry of stores: HQ and operations change it, everybody reads the stores he may see. */
@RestController
@RequestMapping("/api/registry/stores")
class RegistryController {
    /** As strict as events are read, and a misspelt property is told. */
    private static final ObjectReader STORE =
            EventJson.MAPPER.readerFor(StorePublished.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Registry registry;
    private final StoreDirectory directory;

    RegistryController(Registry registry, StoreDirectory directory) {
        this.registry = registry;
        this.directory = directory;
    }

    record StoreList(List<KnownStore> stores) {}

    @GetMapping
    StoreList list(Viewer viewer) {
        return new StoreList(directory.all().stream()
                .filter(store -> viewer.maySee(store.storeId()))
                .toList());
    }

    @GetMapping("/{storeId}")
    @Operation(summary = "A store with its calendar, teams and staff", description = "The ETag is its version.")
    ResponseEntity<StorePublished> get(@PathVariable String storeId, Viewer viewer) {
        viewer.requireStore(storeId);
        return answer(registry.find(storeId).orElseThrow(ProblemException::notFound));
    }

    @PutMapping("/{storeId}")
    @Audited(value = "store.changed", id = "{storeId}", store = "storeId")
    @Operation(
            summary = "Register a store, or replace it by what it is now",
            description = "With If-Match, the ETag of what was read, it is refused (412) once somebody else has changed"
                    + " the store; without it nothing is checked.")
    ResponseEntity<StorePublished> put(
            @PathVariable String storeId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        StorePublished store = read(request);
        if (!store.storeId().equals(storeId)) {
            throw ProblemException.invalid(List.of(new Violation("/storeId", "Must be the one in the address.")));
        }
        List<Violation> violations = StoreCheck.violationsOf(store);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return answer(Outcomes.stored(registry.put(store, IfMatch.version(ifMatch))));
    }

    private static ResponseEntity<StorePublished> answer(Stored<RegisteredStore> stored) {
        return Answers.ok(stored, found -> found.state().store());
    }

    private static StorePublished read(HttpServletRequest request) throws IOException {
        try {
            return STORE.readValue(request.getInputStream());
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("not a store", unreadable, new ServletServerHttpRequest(request));
        }
    }
}
