@NullMarked
package io.dianmai.contracts;

import org.jspecify.annotations.NullMarked;
