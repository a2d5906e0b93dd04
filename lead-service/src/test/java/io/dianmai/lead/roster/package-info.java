@NullMarked
package io.dianmai.lead.roster;

import org.jspecify.annotations.NullMarked;
