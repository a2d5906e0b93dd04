/** 排名: who stands where in a KPI. */
@NullMarked
package io.dianmai.kpi.ranking;

import org.jspecify.annotations.NullMarked;
