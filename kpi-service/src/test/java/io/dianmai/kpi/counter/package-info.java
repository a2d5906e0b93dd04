/** Tests. */
@NullMarked
package io.dianmai.kpi.counter;

import org.jspecify.annotations.NullMarked;
