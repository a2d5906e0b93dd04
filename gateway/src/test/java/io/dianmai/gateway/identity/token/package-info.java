@NullMarked
package io.dianmai.gateway.identity.token;

import org.jspecify.annotations.NullMarked;
