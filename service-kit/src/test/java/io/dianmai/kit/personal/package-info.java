@NullMarked
package io.dianmai.kit.personal;

import org.jspecify.annotations.NullMarked;
