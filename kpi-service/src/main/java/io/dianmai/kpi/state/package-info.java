/** State stores that keep objects and write them when a transaction ends. */
@NullMarked
package io.dianmai.kpi.state;

import org.jspecify.annotations.NullMarked;
