@NullMarked
package io.dianmai.kit;

import org.jspecify.annotations.NullMarked;
