package io.dianmai.gateway.identity.person;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.registry.StoreDirectory;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of people, kept by HQ and operations. */
@RestController
@RequestMapping("/api/registry/people")
class PeopleController {
    private final People people;
    private final StoreDirectory stores;
    private final PasswordEncoder encoder;

    PeopleController(People people, StoreDirectory stores, PasswordEncoder encoder) {
        this.people = people;
        this.stores = stores;
        this.encoder = encoder;
    }

    /**
     * An account as HQ states it.
     *
     * @param temporary whether it is good only for choosing another one; so it is unless this says no
     * @param name shown on screens; the user name unless given
     * @param place {@code group}, {@code region:<id>}, {@code brand:<id>} or {@code store:<id>}, as suits the role
     */
    record Account(
            @NotNull String password,
            @Nullable Boolean temporary,
            @Size(max = 100) @Nullable String name,
            @Size(max = 64) @Nullable String staffId,
            @NotNull Role role,
            @NotBlank String place) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Account[" + role + " at " + place + "]";
        }
    }

    /** An account as it is shown. */
    record AccountView(
            String username,
            String name,
            @Nullable String staffId,
            Role role,
            String place,
            boolean temporaryPassword,
            boolean closed) {
        static AccountView of(Person person) {
            return new AccountView(
                    person.username(),
                    person.name(),
                    person.staffId(),
                    person.role(),
                    person.place(),
                    person.temporary(),
                    person.closed());
        }
    }

    record AccountList(List<AccountView> people) {}

    @GetMapping
    @Operation(summary = "All accounts, or those of a place, closed ones included")
    AccountList list(@RequestParam(required = false) @Nullable String place, Viewer viewer) {
        AccountKeepers.require(viewer);
        return new AccountList(people.all(place).stream().map(AccountView::of).toList());
    }

    @PutMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Make or replace an account",
            description = "Its password is good only for choosing another one, unless temporary is false.")
    void put(
            @PathVariable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}") String username,
            @RequestBody @Valid Account account,
            Viewer viewer) {
        AccountKeepers.require(viewer);
        List<Violation> violations = violationsOf(username, account);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        people.put(
                new Person(
                        username,
                        Objects.requireNonNull(encoder.encode(account.password())),
                        account.temporary() == null || account.temporary(),
                        account.name() == null ? username : account.name(),
                        account.staffId(),
                        account.role(),
                        account.place(),
                        false,
                        people.now()),
                viewer.subject());
    }

    @DeleteMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close an account; sessions and tokens end within ten seconds")
    void close(@PathVariable String username, Viewer viewer) {
        AccountKeepers.require(viewer);
        if (viewer.subject().equals(username)) {
            throw ProblemException.invalid(List.of(new Violation("username", "Nobody closes his own account.")));
        }
        if (!people.close(username, viewer.subject())) {
            throw ProblemException.notFound();
        }
    }

    private List<Violation> violationsOf(String username, Account account) {
        var violations = new ArrayList<Violation>();
        PasswordRules.objection("/password", account.password(), username).ifPresent(violations::add);
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
