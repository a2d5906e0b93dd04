@NullMarked
package io.dianmai.followup.rules;

import org.jspecify.annotations.NullMarked;
