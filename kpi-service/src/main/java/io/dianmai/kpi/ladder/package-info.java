/** 提醒阶梯: who hears of a lapsing deadline, step by step, where and from when on. */
@NullMarked
package io.dianmai.kpi.ladder;

import org.jspecify.annotations.NullMarked;
