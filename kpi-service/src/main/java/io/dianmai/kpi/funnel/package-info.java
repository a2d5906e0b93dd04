/** What becomes of leads: the funnel of those registered in a period. */
@NullMarked
package io.dianmai.kpi.funnel;

import org.jspecify.annotations.NullMarked;
