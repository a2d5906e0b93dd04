@NullMarked
package io.dianmai.kit.unmask;

import org.jspecify.annotations.NullMarked;
