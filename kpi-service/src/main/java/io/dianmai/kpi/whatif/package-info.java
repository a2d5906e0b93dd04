/** What another ladder would have made of the last days. */
@NullMarked
package io.dianmai.kpi.whatif;

import org.jspecify.annotations.NullMarked;
