/** Targets and deliveries over HTTP. */
@NullMarked
package io.dianmai.kpi.delivery.web;

import org.jspecify.annotations.NullMarked;
