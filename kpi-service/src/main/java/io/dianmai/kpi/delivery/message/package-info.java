/** 消息: what people read of a notice, in Chinese and English, whichever way it reaches them. */
@NullMarked
package io.dianmai.kpi.delivery.message;

import org.jspecify.annotations.NullMarked;
