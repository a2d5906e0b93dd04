/** The deadline engine: setting many clocks, firing on time, firing all at once, and coming back. */
@NullMarked
package io.dianmai.bench.deadlines;

import org.jspecify.annotations.NullMarked;
