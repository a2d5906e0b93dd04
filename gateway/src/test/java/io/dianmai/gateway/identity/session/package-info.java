@NullMarked
package io.dianmai.gateway.identity.session;

import org.jspecify.annotations.NullMarked;
