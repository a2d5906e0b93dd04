@NullMarked
package io.dianmai.gateway.registry;

import org.jspecify.annotations.NullMarked;
