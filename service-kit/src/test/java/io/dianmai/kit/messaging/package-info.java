@NullMarked
package io.dianmai.kit.messaging;

import org.jspecify.annotations.NullMarked;
