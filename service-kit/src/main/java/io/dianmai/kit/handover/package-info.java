/** 工作交接: the work of somebody who leaves goes to others, in one command from outside. */
@NullMarked
package io.dianmai.kit.handover;

import org.jspecify.annotations.NullMarked;
