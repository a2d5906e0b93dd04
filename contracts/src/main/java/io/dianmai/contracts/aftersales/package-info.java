/** Domain events of aftersales-service: the jobs after delivery. */
@NullMarked
package io.dianmai.contracts.aftersales;

import org.jspecify.annotations.NullMarked;
