/** The forms of sign-in, password and second factor. */
@NullMarked
package io.dianmai.gateway.identity.page;

import org.jspecify.annotations.NullMarked;
