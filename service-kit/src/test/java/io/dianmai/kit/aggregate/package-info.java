@NullMarked
package io.dianmai.kit.aggregate;

import org.jspecify.annotations.NullMarked;
