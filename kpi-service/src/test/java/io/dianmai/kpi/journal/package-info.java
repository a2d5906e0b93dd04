/** Tests. */
@NullMarked
package io.dianmai.kpi.journal;

import org.jspecify.annotations.NullMarked;
