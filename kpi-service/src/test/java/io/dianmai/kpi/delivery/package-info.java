/** Tests. */
@NullMarked
package io.dianmai.kpi.delivery;

import org.jspecify.annotations.NullMarked;
