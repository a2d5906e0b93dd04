/** What happens to running clocks when a store changes its business hours. */
@NullMarked
package io.dianmai.followup.calendar;

import org.jspecify.annotations.NullMarked;
