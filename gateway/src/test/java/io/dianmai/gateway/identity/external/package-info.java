@NullMarked
package io.dianmai.gateway.identity.external;

import org.jspecify.annotations.NullMarked;
