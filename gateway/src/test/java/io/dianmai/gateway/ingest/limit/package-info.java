@NullMarked
package io.dianmai.gateway.ingest.limit;

import org.jspecify.annotations.NullMarked;
