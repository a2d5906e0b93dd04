@NullMarked
package io.dianmai.lead.sale;

import org.jspecify.annotations.NullMarked;
