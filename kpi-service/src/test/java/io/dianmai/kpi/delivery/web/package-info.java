/** Tests. */
@NullMarked
package io.dianmai.kpi.delivery.web;

import org.jspecify.annotations.NullMarked;
