/** Hands requests on to the services. */
@NullMarked
package io.dianmai.gateway.routing;

import org.jspecify.annotations.NullMarked;
