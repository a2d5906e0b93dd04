/** 公海: leads that wait for an owner; who may claim how many, and how they are shared out by day. */
@NullMarked
package io.dianmai.lead.pool;

import org.jspecify.annotations.NullMarked;
