/** The one door: identity, registry, ingest, live stream and routing. */
@NullMarked
package io.dianmai.gateway;

import org.jspecify.annotations.NullMarked;
