/** Traces, metric tags and the settings that all services share. */
@NullMarked
package io.dianmai.kit.observe;

import org.jspecify.annotations.NullMarked;
