/** Tests of the wording, and what all channels tell of. */
@NullMarked
package io.dianmai.kpi.delivery.message;

import org.jspecify.annotations.NullMarked;
