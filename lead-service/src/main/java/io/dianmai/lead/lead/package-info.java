/** 线索: leads from registration to delivery or loss, their levels and owners. */
@NullMarked
package io.dianmai.lead.lead;

import org.jspecify.annotations.NullMarked;
