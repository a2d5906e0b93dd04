/** What was measured, on which machine, as text, JSON and a chart. */
@NullMarked
package io.dianmai.bench.report;

import org.jspecify.annotations.NullMarked;
