package io.dianmai.kpi.clock;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.deadline.Hearers;
import io.dianmai.kpi.ladder.Rung;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who would hear of a rung if it fired now, going by who is employed at the store today. */
@Component
public class HearersNow {
    private final StoreReplica stores;
    private final Clock clock;

    HearersNow(StoreReplica stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** Of a clock at this store that this owner has. */
    public Hearers of(Rung rung, String storeId, @Nullable String ownerId) {
        List<StaffMember> staff =
                stores.find(storeId).map(StorePublished::staff).orElse(List.of());
        return Hearers.of(rung, ownerId, staff, LocalDate.ofInstant(clock.instant(), stores.zone(storeId)));
    }
}
