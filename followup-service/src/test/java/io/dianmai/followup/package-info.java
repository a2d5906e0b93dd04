@NullMarked
package io.dianmai.followup;

import org.jspecify.annotations.NullMarked;
