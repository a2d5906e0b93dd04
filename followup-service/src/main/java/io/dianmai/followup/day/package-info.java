/** What an advisor and a team have before them today, and what they have done of it. */
@NullMarked
package io.dianmai.followup.day;

import org.jspecify.annotations.NullMarked;
