/** The wording as headquarters read and change it. */
@NullMarked
package io.dianmai.kpi.delivery.message.web;

import org.jspecify.annotations.NullMarked;
