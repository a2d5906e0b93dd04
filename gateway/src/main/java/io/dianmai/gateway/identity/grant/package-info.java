/** Authorization code with PKCE: programs that act for a person, and what they were granted. */
@NullMarked
package io.dianmai.gateway.identity.grant;

import org.jspecify.annotations.NullMarked;
