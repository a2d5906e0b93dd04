/** When complaints come: the heat map. */
@NullMarked
package io.dianmai.kpi.complaint;

import org.jspecify.annotations.NullMarked;
