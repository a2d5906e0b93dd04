/**
 * The live stream: rows of today's counters and reminders as Server-Sent Events, straight from this instance's own
 * consumer, each viewer seeing only what is theirs to see.
 */
@NullMarked
package io.dianmai.gateway.stream;

import org.jspecify.annotations.NullMarked;
