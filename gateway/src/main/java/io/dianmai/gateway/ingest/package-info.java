/**
 * The door for facts: {@code POST /api/store-events} takes CloudEvents from store systems, checks each one, seals what
 * is personal, and answers once Kafka has them.
 */
@NullMarked
package io.dianmai.gateway.ingest;

import org.jspecify.annotations.NullMarked;
