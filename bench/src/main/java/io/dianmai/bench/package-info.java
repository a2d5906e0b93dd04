/** The bench: what the KPI engine and its answers can do on this machine, measured and written down. */
@NullMarked
package io.dianmai.bench;

import org.jspecify.annotations.NullMarked;
