/** Tests. */
@NullMarked
package io.dianmai.kpi.ranking;

import org.jspecify.annotations.NullMarked;
