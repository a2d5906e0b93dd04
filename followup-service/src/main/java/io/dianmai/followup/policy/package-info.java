/** The rules of following up as data: what ships, what may be said, and what holds at a store at a time. */
@NullMarked
package io.dianmai.followup.policy;

import org.jspecify.annotations.NullMarked;
