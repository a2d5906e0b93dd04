/** What the KPIs are: names, formulas, units and targets. */
@NullMarked
package io.dianmai.kpi.catalogue;

import org.jspecify.annotations.NullMarked;
