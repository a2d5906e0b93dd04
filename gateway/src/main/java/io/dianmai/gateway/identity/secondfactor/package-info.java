/** Authenticator apps and their codes. */
@NullMarked
package io.dianmai.gateway.identity.secondfactor;

import org.jspecify.annotations.NullMarked;
