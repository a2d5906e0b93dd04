@NullMarked
package io.dianmai.kit.calendar;

import org.jspecify.annotations.NullMarked;
