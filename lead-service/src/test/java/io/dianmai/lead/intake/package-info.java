@NullMarked
package io.dianmai.lead.intake;

import org.jspecify.annotations.NullMarked;
