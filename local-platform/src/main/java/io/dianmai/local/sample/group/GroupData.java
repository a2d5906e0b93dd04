package io.dianmai.local.sample.group;

import io.dianmai.contracts.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The file {@code sample-group.json}.
 *
 * @param edition another one means other stores or another history
 */
record GroupData(
        String edition,
        List<Region> regions,
        List<Brand> brands,
        List<StorePlan> stores,
        List<String> surnames,
        List<String> givenNames) {

    record Region(String id, String name) {}

    static GroupData read() {
        try (InputStream file = Objects.requireNonNull(
                GroupData.class.getResourceAsStream("sample-group.json"), "sample-group.json is on the class path")) {
            return EventJson.MAPPER.readValue(file, GroupData.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Region region(StorePlan store) {
        return regions.stream()
                .filter(region -> region.id().equals(store.region()))
                .findFirst()
                .orElseThrow();
    }

    Brand brand(StorePlan store) {
        return brands.stream()
                .filter(brand -> brand.id().equals(store.brand()))
                .findFirst()
                .orElseThrow();
    }
}
