/** The stores of the group as HQ keeps them, and who knows them in memory. */
@NullMarked
package io.dianmai.gateway.registry;

import org.jspecify.annotations.NullMarked;
