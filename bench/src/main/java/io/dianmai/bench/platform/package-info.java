/** Broker, store and services as child processes on free ports. */
@NullMarked
package io.dianmai.bench.platform;

import org.jspecify.annotations.NullMarked;
