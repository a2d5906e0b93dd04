/** Hearing events: decoding, retries, dead letters, refusals, topics. */
@NullMarked
package io.dianmai.kit.messaging;

import org.jspecify.annotations.NullMarked;
