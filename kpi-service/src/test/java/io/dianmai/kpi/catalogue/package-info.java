/** Tests. */
@NullMarked
package io.dianmai.kpi.catalogue;

import org.jspecify.annotations.NullMarked;
