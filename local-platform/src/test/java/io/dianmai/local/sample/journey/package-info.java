@NullMarked
package io.dianmai.local.sample.journey;

import org.jspecify.annotations.NullMarked;
