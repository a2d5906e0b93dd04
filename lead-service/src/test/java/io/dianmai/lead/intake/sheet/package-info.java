@NullMarked
package io.dianmai.lead.intake.sheet;

import org.jspecify.annotations.NullMarked;
