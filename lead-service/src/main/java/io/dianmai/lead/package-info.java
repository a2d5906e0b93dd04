/** Who might buy: the service's main class and what it hears. */
@NullMarked
package io.dianmai.lead;

import org.jspecify.annotations.NullMarked;
