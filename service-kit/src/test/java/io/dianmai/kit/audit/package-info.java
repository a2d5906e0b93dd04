@NullMarked
package io.dianmai.kit.audit;

import org.jspecify.annotations.NullMarked;
