/** What is said of somebody in a token, the keys that sign it, and whether it still holds. */
@NullMarked
package io.dianmai.gateway.identity.token;

import org.jspecify.annotations.NullMarked;
