@NullMarked
package io.dianmai.aftersales.repairorder;

import org.jspecify.annotations.NullMarked;
