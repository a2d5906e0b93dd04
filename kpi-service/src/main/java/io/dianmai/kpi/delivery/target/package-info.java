/** Targets as data: kept, read for many, and with their secrets sealed. */
@NullMarked
package io.dianmai.kpi.delivery.target;

import org.jspecify.annotations.NullMarked;
