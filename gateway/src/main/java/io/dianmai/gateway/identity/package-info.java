/** Who may come in: people, store systems, their tokens and the pages' sessions. */
@NullMarked
package io.dianmai.gateway.identity;

import org.jspecify.annotations.NullMarked;
