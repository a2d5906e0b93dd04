/** Slows down guessing, for all instances alike. */
@NullMarked
package io.dianmai.gateway.identity.throttle;

import org.jspecify.annotations.NullMarked;
