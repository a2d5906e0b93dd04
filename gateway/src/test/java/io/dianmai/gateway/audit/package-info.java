@NullMarked
package io.dianmai.gateway.audit;

import org.jspecify.annotations.NullMarked;
