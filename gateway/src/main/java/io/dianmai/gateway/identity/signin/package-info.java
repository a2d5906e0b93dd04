/** Sign-in with a password and what follows from it: slowing down of guesses, the session, who one is. */
@NullMarked
package io.dianmai.gateway.identity.signin;

import org.jspecify.annotations.NullMarked;
