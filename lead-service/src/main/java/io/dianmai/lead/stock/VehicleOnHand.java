package io.dianmai.lead.stock;

import java.time.Instant;

/** As much of a vehicle in stock as the board counts. */
record VehicleOnHand(String storeId, String model, long cost, Instant agedFrom, boolean allocated, boolean clashing) {}
