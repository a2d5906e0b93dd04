/** The programs that speak for a store or for operations. */
@NullMarked
package io.dianmai.gateway.identity.client;

import org.jspecify.annotations.NullMarked;
