package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.StoreFact;
import java.time.Instant;

/**
 * A fact of a store of the sample.
 *
 * @param id always the same for the same fact, so that stating it again is harmless
 * @param time when it happened
 */
public record SampleFact(String id, Instant time, String storeId, StoreFact data) {}
