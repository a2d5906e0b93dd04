/** What went wrong, said as RFC 9457 problem details and never in words from inside. */
@NullMarked
package io.dianmai.kit.problem;

import org.jspecify.annotations.NullMarked;
