/** kpi-service: live counters and KPIs, deadlines and the reminders that they fire. */
@NullMarked
package io.dianmai.kpi;

import org.jspecify.annotations.NullMarked;
