@NullMarked
package io.dianmai.followup.plan;

import org.jspecify.annotations.NullMarked;
