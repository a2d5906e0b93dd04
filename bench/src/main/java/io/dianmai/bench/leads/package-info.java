/** One lead after the other by REST, until each has its first task and is counted. */
@NullMarked
package io.dianmai.bench.leads;

import org.jspecify.annotations.NullMarked;
