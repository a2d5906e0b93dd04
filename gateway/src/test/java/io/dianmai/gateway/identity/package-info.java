@NullMarked
package io.dianmai.gateway.identity;

import org.jspecify.annotations.NullMarked;
