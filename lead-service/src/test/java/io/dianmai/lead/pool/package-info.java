@NullMarked
package io.dianmai.lead.pool;

import org.jspecify.annotations.NullMarked;
