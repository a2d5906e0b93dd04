package io.dianmai.contracts;

/**
 * The data of an event: immutable and additive. A breaking change is a new record with a {@code v2} type. Each family
 * is sealed in its own package, and {@link EventTypes} names the families.
 */
public interface EventData {}
