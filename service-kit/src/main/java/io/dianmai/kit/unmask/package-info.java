/** 查看明文: showing personal data to those who may see it, with a reason, within a limit, and never without a trace. */
@NullMarked
package io.dianmai.kit.unmask;

import org.jspecify.annotations.NullMarked;
