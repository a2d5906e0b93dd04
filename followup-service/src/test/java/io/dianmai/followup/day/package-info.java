@NullMarked
package io.dianmai.followup.day;

import org.jspecify.annotations.NullMarked;
