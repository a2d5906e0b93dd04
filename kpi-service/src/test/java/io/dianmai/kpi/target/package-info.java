@NullMarked
package io.dianmai.kpi.target;

import org.jspecify.annotations.NullMarked;
