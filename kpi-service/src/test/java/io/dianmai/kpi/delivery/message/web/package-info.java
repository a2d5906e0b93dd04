/** Tests of what headquarters do with templates. */
@NullMarked
package io.dianmai.kpi.delivery.message.web;

import org.jspecify.annotations.NullMarked;
