/** Facts that store systems push; each is a command to the service that owns its meaning. */
@NullMarked
package io.dianmai.contracts.fact;

import org.jspecify.annotations.NullMarked;
