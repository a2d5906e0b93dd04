/** Tests. */
@NullMarked
package io.dianmai.kpi.audit;

import org.jspecify.annotations.NullMarked;
