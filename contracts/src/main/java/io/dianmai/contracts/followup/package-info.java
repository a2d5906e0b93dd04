/** Domain events of followup-service: who must be contacted by when. */
@NullMarked
package io.dianmai.contracts.followup;

import org.jspecify.annotations.NullMarked;
