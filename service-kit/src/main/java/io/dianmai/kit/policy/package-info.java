/**
 * Rules as data: what headquarters has said about them for the group, a tier, a brand or a store, from which time on, and
 * who said it when.
 */
@NullMarked
package io.dianmai.kit.policy;

import org.jspecify.annotations.NullMarked;
