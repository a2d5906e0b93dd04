/** What a service knows of stores, staff and calendars: a replica fed by the registry's events. */
@NullMarked
package io.dianmai.kit.org;

import org.jspecify.annotations.NullMarked;
