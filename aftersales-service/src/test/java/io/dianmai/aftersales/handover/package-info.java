@NullMarked
package io.dianmai.aftersales.handover;

import org.jspecify.annotations.NullMarked;
