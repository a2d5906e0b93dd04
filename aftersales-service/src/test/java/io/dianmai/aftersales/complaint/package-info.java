@NullMarked
package io.dianmai.aftersales.complaint;

import org.jspecify.annotations.NullMarked;
