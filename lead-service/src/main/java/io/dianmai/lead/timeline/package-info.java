/** 客户轨迹: everything that ever happened with a lead, told by this service and the others, newest first. */
@NullMarked
package io.dianmai.lead.timeline;

import org.jspecify.annotations.NullMarked;
