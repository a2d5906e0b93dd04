@NullMarked
package io.dianmai.kit.problem;

import org.jspecify.annotations.NullMarked;
