/** Rungs of deadlines that lapsed. */
@NullMarked
package io.dianmai.contracts.reminder;

import org.jspecify.annotations.NullMarked;
