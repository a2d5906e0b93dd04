/** 趋势: how a KPI moves from period to period. */
@NullMarked
package io.dianmai.kpi.trend;

import org.jspecify.annotations.NullMarked;
