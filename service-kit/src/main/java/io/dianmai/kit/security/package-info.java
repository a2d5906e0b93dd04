/** Who is asking, proven by a bearer token, and which stores they may see. */
@NullMarked
package io.dianmai.kit.security;

import org.jspecify.annotations.NullMarked;
