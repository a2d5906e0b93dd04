/** The jobs after delivery: appointments, repair orders, complaints. */
@NullMarked
package io.dianmai.aftersales;

import org.jspecify.annotations.NullMarked;
