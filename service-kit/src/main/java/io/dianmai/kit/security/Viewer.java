package io.dianmai.kit.security;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Who is asking. A controller takes it as an argument; every query goes through {@link #within()} and every object
 * that was found by its id through {@link #requireStore}.
 *
 * @param subject account or client that the token was made for
 * @param stores what it may see
 * @param staffId the person as the registry knows them; absent for store systems
 * @param clientId the store system; absent for people
 */
public record Viewer(
        String subject,
        Set<Role> roles,
        StoreScope stores,
        @Nullable String staffId,
        @Nullable String clientId) {
    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Whether a store is within the caller's scope. */
    public boolean maySee(String storeId) {
        return stores.contains(storeId);
    }

    /** Whether the caller has any of these roles. */
    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /**
     * Insists on a store that the caller may see. Another store's objects are not there for them.
     *
     * @throws ProblemException 404
     */
    public void requireStore(String storeId) {
        if (!maySee(storeId)) {
            throw ProblemException.notFound();
        }
    }

    /**
     * Insists on one of these roles.
     *
     * @throws ProblemException 403
     */
    public void require(Role... anyOf) {
        if (!has(anyOf)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The caller's roles do not allow this.");
        }
    }

    /** The condition on {@code storeId} that every query of documents carries. */
    public Criteria within() {
        return switch (stores) {
            case StoreScope.All() -> new Criteria();
            case StoreScope.Only(Set<String> storeIds) ->
                Criteria.where("storeId").in(storeIds);
        };
    }
}
