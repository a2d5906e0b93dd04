/** How much each client may send: a token bucket per client and instance, with exceptions that HQ makes. */
@NullMarked
package io.dianmai.gateway.ingest.limit;

import org.jspecify.annotations.NullMarked;
