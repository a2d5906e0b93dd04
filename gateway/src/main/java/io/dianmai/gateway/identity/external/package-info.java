/** The group's own issuer, where it has one, and its people here. */
@NullMarked
package io.dianmai.gateway.identity.external;

import org.jspecify.annotations.NullMarked;
