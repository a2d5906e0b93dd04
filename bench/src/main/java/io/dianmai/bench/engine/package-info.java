/** The counting engine alone on a real broker: against a pass-through, and over a long history. */
@NullMarked
package io.dianmai.bench.engine;

import org.jspecify.annotations.NullMarked;
