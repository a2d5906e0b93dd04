/** Tests. */
@NullMarked
package io.dianmai.kpi.engine;

import org.jspecify.annotations.NullMarked;
