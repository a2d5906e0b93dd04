package io.dianmai.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;

class ViewerTests {
    private final Viewer manager = viewer(token().claim("roles", List.of("SALES_MANAGER", "ROLE_OF_TOMORROW"))
            .claim("stores", List.of("s1", "s2"))
            .claim("staff_id", "p7"));
    private final Viewer hq = viewer(token().claim("roles", List.of("GROUP_HQ")).claim("stores", List.of("*")));

    @Test
    void readsRolesScopeAndPersonFromTheToken() {
        assertThat(manager)
                .isEqualTo(new Viewer(
                        "x", Set.of(Role.SALES_MANAGER), new StoreScope.Only(Set.of("s1", "s2")), "p7", null));
    }

    @Test
    void seesNothingWithoutClaims() {
        Viewer nobody = viewer(token());
        assertThat(nobody.maySee("s1")).isFalse();
        assertThat(nobody.has(Role.values())).isFalse();
        assertThat(nobody.within().getCriteriaObject().toJson()).isEqualTo("{\"storeId\": {\"$in\": []}}");
    }

    @Test
    void hidesOtherStoresAsIfTheyWereNotThere() {
        assertThat(manager.maySee("s2")).isTrue();
        assertThatThrownBy(() -> manager.requireStore("s3"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
    }

    @Test
    void limitsQueriesToItsStoresAndThoseOfHeadquartersNotAtAll() {
        assertThat(manager.within().getCriteriaObject().toJson()).contains("storeId", "s1", "s2");
        assertThat(hq.within().getCriteriaObject()).isEmpty();
        assertThat(hq.maySee("any")).isTrue();
    }

    @Test
    void refusesOtherRoles() {
        manager.require(Role.GENERAL_MANAGER, Role.SALES_MANAGER);
        assertThatThrownBy(() -> manager.require(Role.GROUP_HQ))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("t").header("alg", "none").subject("x");
    }

    private static Viewer viewer(Jwt.Builder token) {
        return new ViewerConverter().convert(token.build()).getPrincipal();
    }
}
