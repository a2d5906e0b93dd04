/** Facts that a service refused for a business reason, kept for the store that sent them. */
@NullMarked
package io.dianmai.gateway.ingest.rejected;

import org.jspecify.annotations.NullMarked;
