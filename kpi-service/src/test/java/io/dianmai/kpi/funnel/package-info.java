/** Tests. */
@NullMarked
package io.dianmai.kpi.funnel;

import org.jspecify.annotations.NullMarked;
