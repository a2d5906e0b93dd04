/** The reminders that deadlines fired, as a list to read. */
@NullMarked
package io.dianmai.kpi.reminder;

import org.jspecify.annotations.NullMarked;
