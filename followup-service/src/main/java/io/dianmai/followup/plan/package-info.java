/** The follow-up plan of a lead: its open task, its contacts, and the policies that set the clocks. */
@NullMarked
package io.dianmai.followup.plan;

import org.jspecify.annotations.NullMarked;
