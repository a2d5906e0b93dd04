package io.dianmai.gateway.identity;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.registry.StoreDirectory;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of people and of store systems, kept by HQ and operations. */
@RestController
@RequestMapping("/api/registry")
class AccountController {
    private static final Role[] KEEPERS = {Role.GROUP_HQ, Role.OPERATIONS};

    /** What bcrypt looks at; the rest of a longer password would count for nothing. */
    private static final int PASSWORD_BYTES = 72;

    private final People people;
    private final Clients clients;
    private final StoreDirectory stores;
    private final PasswordEncoder encoder;

    AccountController(People people, Clients clients, StoreDirectory stores, PasswordEncoder encoder) {
        this.people = people;
        this.clients = clients;
        this.stores = stores;
        this.encoder = encoder;
    }

    /**
     * An account as HQ states it.
     *
     * @param name shown on screens; the user name unless given
     * @param place {@code group}, {@code region:<id>}, {@code brand:<id>} or {@code store:<id>}, as suits the role
     */
    record Account(
            @NotNull @Size(min = 8, max = PASSWORD_BYTES) String password,
            @Size(max = 100) @Nullable String name,
            @Size(max = 64) @Nullable String staffId,
            @NotNull Role role,
            @NotBlank String place) {}

    /**
     * A store whose software wants to push facts.
     *
     * @param storeId a registered store
     */
    record ClientRequest(@NotBlank String storeId) {}

    /**
     * A client just made.
     *
     * @param secret shown this once
     */
    record NewClient(String clientId, String secret, String storeId) {}

    @PutMapping("/people/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String username,
            @RequestBody @Valid Account account,
            Viewer viewer) {
        viewer.require(KEEPERS);
        List<Violation> violations = violationsOf(account);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        people.put(new Person(
                username,
                encoder.encode(account.password()),
                account.name() == null ? username : account.name(),
                account.staffId(),
                account.role(),
                account.place()));
    }

    @PostMapping("/clients")
    @ResponseStatus(HttpStatus.CREATED)
    NewClient issue(@RequestBody @Valid ClientRequest request, Viewer viewer) {
        viewer.require(KEEPERS);
        if (!stores.isKnown(request.storeId())) {
            throw ProblemException.invalid(List.of(new Violation("/storeId", "No such store is registered.")));
        }
        Clients.Issued issued = clients.issueFor(request.storeId());
        return new NewClient(issued.clientId(), issued.secret(), request.storeId());
    }

    @DeleteMapping("/clients/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String clientId, Viewer viewer) {
        viewer.require(KEEPERS);
        if (!clients.revoke(clientId)) {
            throw ProblemException.notFound();
        }
    }

    private List<Violation> violationsOf(Account account) {
        var violations = new ArrayList<Violation>();
        if (account.password().getBytes(StandardCharsets.UTF_8).length > PASSWORD_BYTES) {
            violations.add(new Violation("/password", "Must not be longer than 72 bytes."));
        }
        Optional<Place> place = Place.parse(account.place());
        if (place.isEmpty()) {
            violations.add(new Violation("/place", "Must be group, region:<id>, brand:<id> or store:<id>."));
        } else if (!place.get().suits(account.role())) {
            violations.add(new Violation("/place", "Nobody with this role works at such a place."));
        } else if (!exists(place.get())) {
            violations.add(new Violation("/place", "No registered store is there."));
        }
        return violations;
    }

    private boolean exists(Place place) {
        return switch (place) {
            case Place.Group() -> true;
            case Place.Region(String id) -> !stores.inRegion(id).isEmpty();
            case Place.Brand(String id) -> !stores.ofBrand(id).isEmpty();
            case Place.Store(String id) -> stores.isKnown(id);
        };
    }
}
