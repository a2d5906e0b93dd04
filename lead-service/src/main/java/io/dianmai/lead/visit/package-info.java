/** 来店/电登记: the visit log, and what a visit means for the lead it belongs to. */
@NullMarked
package io.dianmai.lead.visit;

import org.jspecify.annotations.NullMarked;
