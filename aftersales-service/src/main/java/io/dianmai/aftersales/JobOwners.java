package io.dianmai.aftersales;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.org.StoreReplica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what numbers about a job can be cut by. */
@Component
public class JobOwners {
    private final StoreReplica stores;

    JobOwners(StoreReplica stores) {
        this.stores = stores;
    }

    /** The adviser with the team that he belongs to now. */
    public JobDimensions dimensions(String storeId, @Nullable String adviserId, @Nullable String model) {
        String teamId = adviserId == null
                ? null
                : stores.staff(storeId, adviserId).map(StaffMember::teamId).orElse(null);
        return new JobDimensions(adviserId, teamId, model);
    }
}
