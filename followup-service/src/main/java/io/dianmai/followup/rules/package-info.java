/** What happens to running tasks when headquarters changes the rules, and what would. */
@NullMarked
package io.dianmai.followup.rules;

import org.jspecify.annotations.NullMarked;
