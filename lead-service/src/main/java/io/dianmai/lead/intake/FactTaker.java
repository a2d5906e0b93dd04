package io.dianmai.lead.intake;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.kit.aggregate.Outcome;
import java.util.function.BiFunction;

/**
 * Whoever owns what a fact means: lists of such facts are told there row by row, as if a store system had sent them. A bean
 * of the owning feature.
 *
 * @param factType which facts
 * @param owner carries a fact out once, however often it comes; its personal texts are sealed
 */
public record FactTaker<F extends StoreFact>(Class<F> factType, BiFunction<Envelope<?>, F, Outcome<?>> owner) {}
