@NullMarked
package io.dianmai.lead.loss;

import org.jspecify.annotations.NullMarked;
