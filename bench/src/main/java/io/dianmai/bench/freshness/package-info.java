/** How long it takes until a fact can be seen. */
@NullMarked
package io.dianmai.bench.freshness;

import org.jspecify.annotations.NullMarked;
