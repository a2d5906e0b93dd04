@NullMarked
package io.dianmai.followup.calendar;

import org.jspecify.annotations.NullMarked;
