package io.dianmai.gateway.identity.session;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.external.ExternalIssuer;
import io.dianmai.gateway.identity.person.People;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.token.Bearer;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers who they are. */
@RestController
class MeController {
    private final People people;
    private final ExternalIssuer external;

    MeController(People people, ExternalIssuer external) {
        this.people = people;
        this.external = external;
    }

    /**
     * The caller.
     *
     * @param subject user name or client id
     * @param issuer where somebody has his account whose account is not here
     * @param stores ids, or {@code *} for all of them
     */
    record Me(
            String subject,
            String name,
            @Nullable Outside issuer,
            Set<Role> roles,
            List<String> stores,
            @Nullable String staffId) {}

    /**
     * The group's own issuer.
     *
     * @param issuer its address
     * @param label what the sign-in page calls it
     */
    record Outside(URI issuer, String label) {}

    @GetMapping("/api/me")
    Me me(Viewer viewer, HttpServletRequest request) {
        String name = Bearer.in(request)
                .or(() -> people.find(viewer.subject()))
                .map(Person::name)
                .orElse(viewer.subject());
        return new Me(viewer.subject(), name, outside(viewer), viewer.roles(), storesOf(viewer), viewer.staffId());
    }

    private @Nullable Outside outside(Viewer viewer) {
        return external.issuer() != null && Person.isExternal(viewer.subject())
                ? new Outside(external.issuer(), external.label())
                : null;
    }

    private static List<String> storesOf(Viewer viewer) {
        return switch (viewer.stores()) {
            case StoreScope.All() -> List.of(StoreScope.EVERY);
            case StoreScope.Only(Set<String> ids) -> ids.stream().sorted().toList();
        };
    }
}
