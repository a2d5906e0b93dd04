@NullMarked
package io.dianmai.gateway.identity.throttle;

import org.jspecify.annotations.NullMarked;
