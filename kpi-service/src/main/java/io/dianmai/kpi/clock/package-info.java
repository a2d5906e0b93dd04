/** Running deadlines that people can see and act on: what was heard of each clock, what comes next, snooze and acknowledge. */
@NullMarked
package io.dianmai.kpi.clock;

import org.jspecify.annotations.NullMarked;
