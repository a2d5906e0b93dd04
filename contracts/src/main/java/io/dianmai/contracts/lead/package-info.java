/** Domain events of lead-service: who might buy. */
@NullMarked
package io.dianmai.contracts.lead;

import org.jspecify.annotations.NullMarked;
