package io.dianmai.system;

/**
 * A store of a test with the token of its store system.
 *
 * @param storeId unique on the platform
 */
record TestStore(String storeId, String token) {}
