/** followup-service: who must be contacted by when, and what came of it. */
@NullMarked
package io.dianmai.followup;

import org.jspecify.annotations.NullMarked;
