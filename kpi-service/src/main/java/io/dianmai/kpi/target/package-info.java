/** 目标: what stores, teams and advisors are to reach. */
@NullMarked
package io.dianmai.kpi.target;

import org.jspecify.annotations.NullMarked;
