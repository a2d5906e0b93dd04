@NullMarked
package io.dianmai.lead.stock;

import org.jspecify.annotations.NullMarked;
