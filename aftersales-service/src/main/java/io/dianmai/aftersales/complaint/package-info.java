/** 投诉: answered within half an hour, resolved within a day. */
@NullMarked
package io.dianmai.aftersales.complaint;

import org.jspecify.annotations.NullMarked;
