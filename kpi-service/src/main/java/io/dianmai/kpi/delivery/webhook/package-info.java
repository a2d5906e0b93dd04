/** Webhooks by the Standard Webhooks specification, and the guarded way out that they share with others. */
@NullMarked
package io.dianmai.kpi.delivery.webhook;

import org.jspecify.annotations.NullMarked;
