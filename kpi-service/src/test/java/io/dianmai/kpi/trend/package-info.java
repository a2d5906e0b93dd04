/** Tests. */
@NullMarked
package io.dianmai.kpi.trend;

import org.jspecify.annotations.NullMarked;
