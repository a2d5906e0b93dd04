@NullMarked
package io.dianmai.gateway.identity.client;

import org.jspecify.annotations.NullMarked;
