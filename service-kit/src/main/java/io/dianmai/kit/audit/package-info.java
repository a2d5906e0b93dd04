/** Who has done what: services say it here, and the gateway keeps it. */
@NullMarked
package io.dianmai.kit.audit;

import org.jspecify.annotations.NullMarked;
