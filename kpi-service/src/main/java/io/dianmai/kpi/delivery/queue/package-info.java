/** The queue of each target: one delivery for each notice that it is to be told, in order, until the other side has it. */
@NullMarked
package io.dianmai.kpi.delivery.queue;

import org.jspecify.annotations.NullMarked;
