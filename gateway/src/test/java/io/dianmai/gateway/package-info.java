@NullMarked
package io.dianmai.gateway;

import org.jspecify.annotations.NullMarked;
