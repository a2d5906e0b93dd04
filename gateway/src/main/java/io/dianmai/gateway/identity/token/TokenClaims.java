package io.dianmai.gateway.identity.token;

import io.dianmai.contracts.org.Role;
import io.dianmai.gateway.identity.client.Client;
import io.dianmai.gateway.identity.person.Person;
import io.dianmai.gateway.identity.person.Place;
import io.dianmai.gateway.registry.StoreDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a token says of its bearer: {@code roles}, {@code stores} (ids, or {@code *} for all of them) and who he is. A
 * region or brand is spelled out as its stores of this moment, so that services need to know neither.
 */
@Component
class TokenClaims {
    /** The program that acts for a person, when there is one. */
    public static final String APP = "azp";

    /** What that program was granted; the token ends with it. */
    public static final String GRANT = "sid";

    private static final List<String> ALL_STORES = List.of("*");

    private final StoreDirectory stores;

    TokenClaims(StoreDirectory stores) {
        this.stores = stores;
    }

    Map<String, Object> of(Person person) {
        Map<String, Object> claims = claims(person.role(), storesAt(person.whereabouts()));
        if (person.staffId() != null) {
            claims.put("staff_id", person.staffId());
        }
        return claims;
    }

    /** Of somebody for whom a program acts. */
    Map<String, Object> of(Person person, String app, String grant) {
        Map<String, Object> claims = of(person);
        claims.put(APP, app);
        claims.put(GRANT, grant);
        return claims;
    }

    Map<String, Object> of(Client client) {
        Map<String, Object> claims =
                claims(client.role(), client.storeId() == null ? ALL_STORES : List.of(client.storeId()));
        claims.put("client_id", client.clientId());
        return claims;
    }

    private static Map<String, Object> claims(Role role, List<String> stores) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("roles", List.of(role.name()));
        claims.put("stores", stores);
        return claims;
    }

    private List<String> storesAt(Place place) {
        return switch (place) {
            case Place.Group() -> ALL_STORES;
            case Place.Region(String id) -> stores.inRegion(id);
            case Place.Brand(String id) -> stores.ofBrand(id);
            case Place.Store(String id) -> List.of(id);
        };
    }
}
