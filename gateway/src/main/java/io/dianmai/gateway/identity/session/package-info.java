/** Sessions of browsers: kept in the store, so that any instance can go on. */
@NullMarked
package io.dianmai.gateway.identity.session;

import org.jspecify.annotations.NullMarked;
