/** Tests. */
@NullMarked
package io.dianmai.kpi.delivery.webhook;

import org.jspecify.annotations.NullMarked;
