package io.dianmai.gateway.identity.signin;

import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers who they are. */
@RestController
class MeController {
    private final People people;

    MeController(People people) {
        this.people = people;
    }

    /**
     * The caller.
     *
     * @param subject user name or client id
     * @param stores ids, or {@code *} for all of them
     */
    record Me(
            String subject,
            String name,
            Set<Role> roles,
            List<String> stores,
            @Nullable String staffId) {}

    @GetMapping("/api/me")
    Me me(Viewer viewer) {
        String name = people.find(viewer.subject()).map(Person::name).orElse(viewer.subject());
        return new Me(viewer.subject(), name, viewer.roles(), storesOf(viewer), viewer.staffId());
    }

    private static List<String> storesOf(Viewer viewer) {
        return switch (viewer.stores()) {
            case StoreScope.All() -> List.of(StoreScope.EVERY);
            case StoreScope.Only(Set<String> ids) -> ids.stream().sorted().toList();
        };
    }
}
