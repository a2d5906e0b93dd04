/** Follows events in batches beside the engine. */
@NullMarked
package io.dianmai.kpi.follow;

import org.jspecify.annotations.NullMarked;
