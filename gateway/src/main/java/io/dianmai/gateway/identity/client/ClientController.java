package io.dianmai.gateway.identity.client;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.person.AccountKeepers;
import io.dianmai.gateway.registry.StoreDirectory;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The clients of store systems, kept by HQ and operations. */
@RestController
@RequestMapping("/api/registry/clients")
class ClientController {
    /** Time enough for whoever has to bring a new secret to a store's software. */
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final Clients clients;
    private final StoreDirectory stores;

    ClientController(Clients clients, StoreDirectory stores) {
        this.clients = clients;
        this.stores = stores;
    }

    /**
     * A store whose software wants to push facts.
     *
     * @param storeId a registered store
     */
    record ClientRequest(@NotBlank String storeId) {}

    /**
     * A client just made, or its new secret.
     *
     * @param secret shown this once
     */
    record NewSecret(
            String clientId, String secret, @Nullable String storeId) {
        static NewSecret of(Clients.Issued issued) {
            return new NewSecret(
                    issued.clientId(), issued.secret(), issued.client().storeId());
        }
    }

    /**
     * How a secret is replaced.
     *
     * @param overlap how long the present one stays good, for example {@code PT2H}; a day unless given, at most thirty
     */
    record Rotation(@Nullable Duration overlap) {}

    /**
     * A client as it is shown.
     *
     * @param secrets without the secrets themselves, the newest first
     */
    record ClientView(
            String clientId, @Nullable String storeId, Role role, Instant createdAt, List<SecretView> secrets) {
        static ClientView of(Client client) {
            return new ClientView(
                    client.clientId(),
                    client.storeId(),
                    client.role(),
                    client.createdAt(),
                    client.secrets().stream().map(SecretView::of).toList());
        }
    }

    /**
     * When a secret is good.
     *
     * @param goodUntil absent for no end
     */
    record SecretView(Instant createdAt, @Nullable Instant goodUntil) {
        static SecretView of(Client.Secret secret) {
            return new SecretView(secret.createdAt(), secret.goodUntil());
        }
    }

    record ClientList(List<ClientView> clients) {}

    @GetMapping
    @Operation(summary = "The clients of all stores or of one, without their secrets")
    ClientList list(@RequestParam(required = false) @Nullable String storeId, Viewer viewer) {
        AccountKeepers.require(viewer);
        return new ClientList(clients.all(storeId).stream().map(ClientView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a client for a store's software; its secret is shown this once")
    NewSecret issue(@RequestBody @Valid ClientRequest request, Viewer viewer) {
        AccountKeepers.require(viewer);
        if (!stores.isKnown(request.storeId())) {
            throw ProblemException.invalid(List.of(new Violation("/storeId", "No such store is registered.")));
        }
        return NewSecret.of(clients.issueFor(request.storeId(), viewer.subject()));
    }

    @PostMapping("/{clientId}/secrets")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new secret, shown this once; the present one stays good for the overlap")
    NewSecret rotate(
            @PathVariable String clientId, @RequestBody(required = false) @Nullable Rotation body, Viewer viewer) {
        AccountKeepers.require(viewer);
        Duration asked = body == null ? null : body.overlap();
        Duration overlap = asked == null ? USUAL_OVERLAP : asked;
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw ProblemException.invalid(
                    List.of(new Violation("/overlap", "Must be from PT0S to P30D, for example PT2H.")));
        }
        return NewSecret.of(
                clients.rotate(clientId, overlap, viewer.subject()).orElseThrow(ProblemException::notFound));
    }

    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a client; within ten seconds its tokens are refused, too")
    void revoke(@PathVariable String clientId, Viewer viewer) {
        AccountKeepers.require(viewer);
        if (!clients.revoke(clientId, viewer.subject())) {
            throw ProblemException.notFound();
        }
    }
}
