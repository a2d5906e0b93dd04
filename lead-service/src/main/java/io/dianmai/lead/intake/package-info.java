/** Lists taken in from files: leads, visits, vehicles and costs, row by row, each by the same commands as ever. */
@NullMarked
package io.dianmai.lead.intake;

import org.jspecify.annotations.NullMarked;
