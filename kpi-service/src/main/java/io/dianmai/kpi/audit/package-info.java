/** The live rows against the events: a store and period counted anew from Kafka. */
@NullMarked
package io.dianmai.kpi.audit;

import org.jspecify.annotations.NullMarked;
