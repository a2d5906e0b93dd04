/** 分配: whom a lead goes to by the rule of its store, and what everybody has in hand. */
@NullMarked
package io.dianmai.lead.assignment;

import org.jspecify.annotations.NullMarked;
