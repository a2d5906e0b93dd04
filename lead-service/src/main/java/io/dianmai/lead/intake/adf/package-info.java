/** Leads in ADF 1.0 (Auto-lead Data Format), the XML in which the trade's portals and makers pass on who might buy. */
@NullMarked
package io.dianmai.lead.intake.adf;

import org.jspecify.annotations.NullMarked;
