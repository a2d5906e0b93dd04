@NullMarked
package io.dianmai.lead.lead;

import org.jspecify.annotations.NullMarked;
