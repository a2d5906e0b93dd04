/** A made-up, always equal history of a dealership group, as the services would have told it. */
@NullMarked
package io.dianmai.bench.history;

import org.jspecify.annotations.NullMarked;
