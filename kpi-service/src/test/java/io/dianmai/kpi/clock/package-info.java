/** Tests. */
@NullMarked
package io.dianmai.kpi.clock;

import org.jspecify.annotations.NullMarked;
