/** 定级与评分: what makes a level and what a lead scores, as data that headquarters can change. */
@NullMarked
package io.dianmai.lead.grading;

import org.jspecify.annotations.NullMarked;
