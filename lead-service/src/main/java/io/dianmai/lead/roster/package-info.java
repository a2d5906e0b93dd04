/** Who works at a store, and whose turn it is. */
@NullMarked
package io.dianmai.lead.roster;

import org.jspecify.annotations.NullMarked;
