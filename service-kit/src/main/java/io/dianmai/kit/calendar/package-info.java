/** Business time: when a store is open, and arithmetic in open minutes. */
@NullMarked
package io.dianmai.kit.calendar;

import org.jspecify.annotations.NullMarked;
