@NullMarked
package io.dianmai.gateway.verified;

import org.jspecify.annotations.NullMarked;
