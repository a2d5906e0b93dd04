@NullMarked
package io.dianmai.kit.policy;

import org.jspecify.annotations.NullMarked;
