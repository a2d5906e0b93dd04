@NullMarked
package io.dianmai.gateway.identity.grant;

import org.jspecify.annotations.NullMarked;
