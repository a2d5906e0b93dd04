@NullMarked
package io.dianmai.lead.intake.adf;

import org.jspecify.annotations.NullMarked;
