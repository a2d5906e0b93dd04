package io.dianmai.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.gateway.SampleStore;
import org.junit.jupiter.api.Test;

class StoreDirectoryTests {
    private final StoreDirectory directory = new StoreDirectory();

    @Test
    void findsStoresByRegionAndBrand() {
        directory.learn(SampleStore.of("s2", "north", "b1"), 1);
        directory.learn(SampleStore.of("s1", "north", "b2"), 1);
        directory.learn(SampleStore.of("s3", "south", "b1"), 1);

        assertThat(directory.inRegion("north")).containsExactly("s1", "s2");
        assertThat(directory.ofBrand("b1")).containsExactly("s2", "s3");
        assertThat(directory.isKnown("s3")).isTrue();
        assertThat(directory.isKnown("s4")).isFalse();
    }

    @Test
    void keepsTheLaterOfTwoSnapshotsWhateverTheirOrder() {
        directory.learn(SampleStore.of("s1", "south", "b1"), 2);
        directory.learn(SampleStore.of("s1", "north", "b1"), 1);

        assertThat(directory.inRegion("south")).containsExactly("s1");
        assertThat(directory.inRegion("north")).isEmpty();
    }
}
