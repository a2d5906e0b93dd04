/** Brings what is sealed under an older master key under the newest one, so that the older one can be retired. */
@NullMarked
package io.dianmai.kit.reseal;

import org.jspecify.annotations.NullMarked;
