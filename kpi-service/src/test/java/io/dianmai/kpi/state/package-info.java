/** Tests. */
@NullMarked
package io.dianmai.kpi.state;

import org.jspecify.annotations.NullMarked;
