@NullMarked
package io.dianmai.followup.policy;

import org.jspecify.annotations.NullMarked;
