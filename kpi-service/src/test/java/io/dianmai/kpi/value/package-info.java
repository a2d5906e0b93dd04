/** Tests. */
@NullMarked
package io.dianmai.kpi.value;

import org.jspecify.annotations.NullMarked;
