/** Tests. */
@NullMarked
package io.dianmai.kpi.complaint;

import org.jspecify.annotations.NullMarked;
