/** Tests. */
@NullMarked
package io.dianmai.kpi.deadline;

import org.jspecify.annotations.NullMarked;
