/** Tests. */
@NullMarked
package io.dianmai.kpi.ladder;

import org.jspecify.annotations.NullMarked;
