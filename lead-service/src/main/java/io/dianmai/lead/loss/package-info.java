/** 战败: losses proposed, reviewed, reactivated, and what customers bought instead. */
@NullMarked
package io.dianmai.lead.loss;

import org.jspecify.annotations.NullMarked;
