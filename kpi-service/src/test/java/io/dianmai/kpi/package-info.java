/** Tests of kpi-service, and the events that they share. */
@NullMarked
package io.dianmai.kpi;

import org.jspecify.annotations.NullMarked;
