/** The audit log 审计日志: who has done what, kept so that nothing can be changed or taken away unseen. */
@NullMarked
package io.dianmai.gateway.audit;

import org.jspecify.annotations.NullMarked;
