/** Aggregates as single documents: a command, its events and its idempotency in one atomic write; and the relay that sends them. */
@NullMarked
package io.dianmai.kit.aggregate;

import org.jspecify.annotations.NullMarked;
