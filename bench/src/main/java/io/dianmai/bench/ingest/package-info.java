/** How fast facts come in at the door, and how many live streams it holds open. */
@NullMarked
package io.dianmai.bench.ingest;

import org.jspecify.annotations.NullMarked;
