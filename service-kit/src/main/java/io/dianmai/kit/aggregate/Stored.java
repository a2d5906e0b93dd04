package io.dianmai.kit.aggregate;

/**
 * An aggregate as it is stored.
 *
 * @param version changes with every write: the {@code ETag} of the resource
 */
public record Stored<S>(String id, String storeId, long version, S state) {}
