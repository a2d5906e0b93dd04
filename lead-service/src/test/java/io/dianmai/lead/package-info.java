@NullMarked
package io.dianmai.lead;

import org.jspecify.annotations.NullMarked;
