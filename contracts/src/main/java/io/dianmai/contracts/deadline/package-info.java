/** What people do about a running deadline. */
@NullMarked
package io.dianmai.contracts.deadline;

import org.jspecify.annotations.NullMarked;
