/** Who works at a store. */
@NullMarked
package io.dianmai.lead.roster;

import org.jspecify.annotations.NullMarked;
