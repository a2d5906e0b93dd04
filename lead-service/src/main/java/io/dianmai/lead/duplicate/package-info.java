/** 撞单: which lead a phone and a reference belong to, at each store and across the group. */
@NullMarked
package io.dianmai.lead.duplicate;

import org.jspecify.annotations.NullMarked;
