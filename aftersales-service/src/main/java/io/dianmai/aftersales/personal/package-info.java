/** Who may see the plate of a vehicle in clear. */
@NullMarked
package io.dianmai.aftersales.personal;

import org.jspecify.annotations.NullMarked;
