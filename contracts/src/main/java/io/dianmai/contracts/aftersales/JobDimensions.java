package io.dianmai.contracts.aftersales;

import org.jspecify.annotations.Nullable;

/**
 * What numbers about a job can be cut by.
 *
 * @param adviserId staff id of the service adviser
 * @param model model of the vehicle
 */
public record JobDimensions(
        @Nullable String adviserId,
        @Nullable String teamId,
        @Nullable String model) {}
