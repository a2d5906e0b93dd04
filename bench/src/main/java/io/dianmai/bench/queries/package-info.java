/** Answers about a large group out of a large read model. */
@NullMarked
package io.dianmai.bench.queries;

import org.jspecify.annotations.NullMarked;
