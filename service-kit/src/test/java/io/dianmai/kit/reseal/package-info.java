@NullMarked
package io.dianmai.kit.reseal;

import org.jspecify.annotations.NullMarked;
