package io.dianmai.kit.security;

import io.dianmai.contracts.org.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;

/** The one place where a token becomes a {@link Viewer}. A role that this version does not know gives no right. */
public final class ViewerConverter implements Converter<Jwt, ViewerAuthentication> {
    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));

    @Override
    public ViewerAuthentication convert(Jwt token) {
        return new ViewerAuthentication(new Viewer(
                Objects.requireNonNull(token.getSubject(), "a token needs a subject"),
                rolesOf(token),
                StoreScope.of(listOf(token, Claims.STORES)),
                token.getClaimAsString(Claims.STAFF_ID),
                token.getClaimAsString(Claims.CLIENT_ID)));
    }

    private static Set<Role> rolesOf(Jwt token) {
        return listOf(token, Claims.ROLES).stream()
                .map(ROLES::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> listOf(Jwt token, String claim) {
        return Optional.ofNullable(token.getClaimAsStringList(claim)).orElse(List.of());
    }
}
