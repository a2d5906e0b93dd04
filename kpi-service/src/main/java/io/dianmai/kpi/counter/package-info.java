/** What is counted: the mapping of events to counters, and the rows that hold them per store and period. */
@NullMarked
package io.dianmai.kpi.counter;

import org.jspecify.annotations.NullMarked;
