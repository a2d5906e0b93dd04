/** The one clock. */
@NullMarked
package io.dianmai.kit.time;

import org.jspecify.annotations.NullMarked;
