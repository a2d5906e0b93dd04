@NullMarked
package io.dianmai.followup.hearing;

import org.jspecify.annotations.NullMarked;
