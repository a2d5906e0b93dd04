/** Tests of group robots. */
@NullMarked
package io.dianmai.kpi.delivery.robot;

import org.jspecify.annotations.NullMarked;
