@NullMarked
package io.dianmai.gateway.stream;

import org.jspecify.annotations.NullMarked;
