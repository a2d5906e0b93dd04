/** Who has done what: the entries of the audit log on their way to it. */
@NullMarked
package io.dianmai.contracts.audit;

import org.jspecify.annotations.NullMarked;
