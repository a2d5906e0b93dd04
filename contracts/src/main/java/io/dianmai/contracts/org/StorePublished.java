package io.dianmai.contracts.org;

import io.dianmai.contracts.EventType;
import java.util.List;

/**
 * A store as the registry has it now: the whole of it, so that the last one is enough. Its subject is the store.
 *
 * @param zone IANA time zone, for example {@code Asia/Shanghai}
 * @param bays 工位
 * @param parkingSpaces for vehicles under repair
 */
@EventType("dianmai.org.store-published.v1")
public record StorePublished(
        String storeId,
        String name,
        String regionId,
        String regionName,
        String brandId,
        String brandName,
        Tier tier,
        String zone,
        int bays,
        int parkingSpaces,
        BusinessHours businessHours,
        List<Team> teams,
        List<StaffMember> staff)
        implements OrgEvent {
    public StorePublished {
        teams = List.copyOf(teams);
        staff = List.copyOf(staff);
    }
}
