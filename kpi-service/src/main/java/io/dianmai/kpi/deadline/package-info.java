/** What must be done by when, and who hears of it when it is not. */
@NullMarked
package io.dianmai.kpi.deadline;

import org.jspecify.annotations.NullMarked;
