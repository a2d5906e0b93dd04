package io.dianmai.gateway.ingest.limit;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How much a client may send, where it is not what all may. */
@RestController
@RequestMapping("/api/registry/clients/{clientId}/ingest-limit")
class LimitController {
    private final StoredLimits stored;
    private final LimitSettings settings;

    LimitController(StoredLimits stored, LimitSettings settings) {
        this.stored = stored;
        this.settings = settings;
    }

    /**
     * What a client may send to each instance of the gateway.
     *
     * @param perSecond events a second in the long run
     * @param burst events that it may send at once after a pause
     * @param usual whether it is what all may send that nothing else is said of
     */
    record Limit(int perSecond, int burst, boolean usual) {
        static Limit of(EventRate rate, boolean usual) {
            return new Limit(rate.perSecond(), rate.burst(), usual);
        }
    }

    @GetMapping
    @Operation(summary = "How many events a client may send")
    Limit get(@PathVariable String clientId, Viewer viewer) {
        require(viewer);
        return stored.of(clientId).map(rate -> Limit.of(rate, false)).orElseGet(() -> usual(clientId));
    }

    @PutMapping
    @Operation(summary = "Let a client send more or less than is usual; every instance follows within ten seconds")
    Limit put(@PathVariable String clientId, @RequestBody @Valid EventRate rate, Viewer viewer) {
        require(viewer);
        found(stored.put(clientId, rate));
        return Limit.of(rate, false);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a client send what is usual again")
    void delete(@PathVariable String clientId, Viewer viewer) {
        require(viewer);
        found(stored.remove(clientId));
    }

    private Limit usual(String clientId) {
        found(stored.hasClient(clientId));
        return Limit.of(settings.rate(), true);
    }

    private static void require(Viewer viewer) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
    }

    private static void found(boolean known) {
        if (!known) {
            throw ProblemException.notFound();
        }
    }
}
