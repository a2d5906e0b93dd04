/** Tests. */
@NullMarked
package io.dianmai.kpi.delivery.queue;

import org.jspecify.annotations.NullMarked;
