/** 离职交接: the jobs of a service adviser who leaves go to others. */
@NullMarked
package io.dianmai.aftersales.handover;

import org.jspecify.annotations.NullMarked;
