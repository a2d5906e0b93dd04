package io.dianmai.gateway.identity.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTests {
    @Test
    void readsEveryKind() {
        assertThat(Place.parse("group")).contains(new Place.Group());
        assertThat(Place.parse("region:north")).contains(new Place.Region("north"));
        assertThat(Place.parse("brand:b1")).contains(new Place.Brand("b1"));
        assertThat(Place.parse("store:s1")).contains(new Place.Store("s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "store", "store:", "shop:s1", ":s1", "GROUP"})
    void readsNothingElse(String text) {
        assertThat(Place.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleButTheSoftwareHasOnePlace(Role role) {
        long suiting = Stream.of(new Place.Group(), new Place.Region("r"), new Place.Brand("b"), new Place.Store("s"))
                .filter(place -> place.suits(role))
                .count();

        assertThat(suiting).isEqualTo(role == Role.STORE_SYSTEM ? 0 : 1);
    }
}
