@NullMarked
package io.dianmai.lead.duplicate;

import org.jspecify.annotations.NullMarked;
