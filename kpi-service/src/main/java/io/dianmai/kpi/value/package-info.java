/** What the KPIs stand at: rows of counters summed over stores and periods. */
@NullMarked
package io.dianmai.kpi.value;

import org.jspecify.annotations.NullMarked;
