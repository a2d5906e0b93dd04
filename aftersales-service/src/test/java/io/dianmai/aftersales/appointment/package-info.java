@NullMarked
package io.dianmai.aftersales.appointment;

import org.jspecify.annotations.NullMarked;
