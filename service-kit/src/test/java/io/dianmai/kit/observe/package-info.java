@NullMarked
package io.dianmai.kit.observe;

import org.jspecify.annotations.NullMarked;
