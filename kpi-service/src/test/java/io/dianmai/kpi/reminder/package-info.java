/** Tests. */
@NullMarked
package io.dianmai.kpi.reminder;

import org.jspecify.annotations.NullMarked;
