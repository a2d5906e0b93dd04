@NullMarked
package io.dianmai.gateway.identity.signin;

import org.jspecify.annotations.NullMarked;
