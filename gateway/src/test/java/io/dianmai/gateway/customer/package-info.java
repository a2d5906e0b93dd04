@NullMarked
package io.dianmai.gateway.customer;

import org.jspecify.annotations.NullMarked;
