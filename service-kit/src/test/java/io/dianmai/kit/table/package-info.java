@NullMarked
package io.dianmai.kit.table;

import org.jspecify.annotations.NullMarked;
