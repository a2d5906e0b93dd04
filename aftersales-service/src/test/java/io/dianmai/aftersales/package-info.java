@NullMarked
package io.dianmai.aftersales;

import org.jspecify.annotations.NullMarked;
