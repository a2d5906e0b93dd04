/** What is heard of leads, contacts and lapsed deadlines, and what it means for a plan. */
@NullMarked
package io.dianmai.followup.hearing;

import org.jspecify.annotations.NullMarked;
