/** The whole platform on one machine: settings, start and stop in the right order, and the commands of {@code ./dianmai}. */
@NullMarked
package io.dianmai.local;

import org.jspecify.annotations.NullMarked;
