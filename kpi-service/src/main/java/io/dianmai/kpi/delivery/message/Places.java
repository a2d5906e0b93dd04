package io.dianmai.kpi.delivery.message;

import java.time.ZoneId;
import java.util.Optional;

/** What the registry knows of stores and their people. */
public interface Places {
    ZoneId zone(String storeId);

    /** The name of somebody who works, or worked, at a store. */
    Optional<String> staffName(String storeId, String staffId);
}
