package io.dianmai.kit.policy.web;

import java.util.List;

/**
 * Policies in force.
 *
 * @param version grows with each change of any policy
 */
record PolicyList(long version, List<PolicyView> policies) {}
