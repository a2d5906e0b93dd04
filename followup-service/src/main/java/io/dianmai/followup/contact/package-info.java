/** The log of all contacts with customers, of any age. */
@NullMarked
package io.dianmai.followup.contact;

import org.jspecify.annotations.NullMarked;
