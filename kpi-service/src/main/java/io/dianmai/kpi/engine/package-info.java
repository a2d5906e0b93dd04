/** The Kafka Streams application: intake, counting and deadlines in one topology, exactly once. */
@NullMarked
package io.dianmai.kpi.engine;

import org.jspecify.annotations.NullMarked;
