/** Bearer tokens whose signature need not be checked again. */
@NullMarked
package io.dianmai.gateway.verified;

import org.jspecify.annotations.NullMarked;
