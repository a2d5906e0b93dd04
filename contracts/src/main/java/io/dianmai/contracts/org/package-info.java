/** Stores, staff and calendars as the registry publishes them. */
@NullMarked
package io.dianmai.contracts.org;

import org.jspecify.annotations.NullMarked;
