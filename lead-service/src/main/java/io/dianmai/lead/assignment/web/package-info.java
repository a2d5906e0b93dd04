/** What advisors have in hand and when they are off, for people to see and to set. */
@NullMarked
package io.dianmai.lead.assignment.web;

import org.jspecify.annotations.NullMarked;
