@NullMarked
package io.dianmai.gateway.ingest;

import org.jspecify.annotations.NullMarked;
