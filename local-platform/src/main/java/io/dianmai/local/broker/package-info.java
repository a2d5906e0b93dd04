/** A real single-node Apache Kafka (KRaft, combined mode) as a process of its own. */
@NullMarked
package io.dianmai.local.broker;

import org.jspecify.annotations.NullMarked;
