/** 预约: when a customer means to come. */
@NullMarked
package io.dianmai.aftersales.appointment;

import org.jspecify.annotations.NullMarked;
