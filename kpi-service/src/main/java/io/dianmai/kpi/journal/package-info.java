/** What each event added to the counters, kept beside them, and the answers that it gives: every number is explained by its very events. */
@NullMarked
package io.dianmai.kpi.journal;

import org.jspecify.annotations.NullMarked;
