@NullMarked
package io.dianmai.kit.org;

import org.jspecify.annotations.NullMarked;
