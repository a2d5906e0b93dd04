package io.dianmai.kpi.deadline;

/**
 * What may still wait to be read.
 *
 * @param engine of the events that arm and clear deadlines, by the engine
 * @param services of the facts that stores have told, by the services that make events of them
 */
public record Backlogs(InputProgress engine, InputProgress services) {}
