/**
 * What customers of the sample group go through, as the facts that a store's own software would state. All of it is pure:
 * the same journey id gives the same facts, whenever and however often it is asked.
 */
@NullMarked
package io.dianmai.local.sample.journey;

import org.jspecify.annotations.NullMarked;
