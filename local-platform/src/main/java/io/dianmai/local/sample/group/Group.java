package io.dianmai.local.sample.group;

import io.dianmai.contracts.org.StorePublished;
import java.util.List;

/**
 * 集团 of the sample.
 *
 * @param edition another one means other stores or another history
 * @param surnames of its customers
 * @param givenNames of its customers
 */
public record Group(String edition, List<Store> stores, List<String> surnames, List<String> givenNames) {
    private static final String ZONE = "Asia/Shanghai";

    public Group {
        stores = List.copyOf(stores);
        surnames = List.copyOf(surnames);
        givenNames = List.copyOf(givenNames);
    }

    /** As the data of this module describe it. */
    public static Group load() {
        GroupData data = GroupData.read();
        return new Group(
                data.edition(),
                data.stores().stream().map(plan -> store(plan, data)).toList(),
                data.surnames(),
                data.givenNames());
    }

    private static Store store(StorePlan plan, GroupData data) {
        Brand brand = data.brand(plan);
        var registered = new StorePublished(
                plan.id(),
                plan.name(),
                plan.region(),
                data.region(plan).name(),
                brand.id(),
                brand.name(),
                brand.tier(),
                ZONE,
                plan.size().bays(),
                plan.size().parkingSpaces(),
                plan.hours().hours(),
                Staffing.teamsOf(plan),
                Staffing.of(plan, data));
        return new Store(registered, brand, plan.plate(), plan.habits());
    }
}
