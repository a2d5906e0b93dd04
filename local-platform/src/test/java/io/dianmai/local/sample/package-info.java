@NullMarked
package io.dianmai.local.sample;

import org.jspecify.annotations.NullMarked;
