/** How long the engine is away after it was killed. */
@NullMarked
package io.dianmai.bench.recovery;

import org.jspecify.annotations.NullMarked;
