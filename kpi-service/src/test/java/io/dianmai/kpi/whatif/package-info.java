/** Tests. */
@NullMarked
package io.dianmai.kpi.whatif;

import org.jspecify.annotations.NullMarked;
