/** 工单: a job from the reception desk to the handover. */
@NullMarked
package io.dianmai.aftersales.repairorder;

import org.jspecify.annotations.NullMarked;
