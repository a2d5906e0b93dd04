@NullMarked
package io.dianmai.gateway.routing;

import org.jspecify.annotations.NullMarked;
