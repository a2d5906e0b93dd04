/** Tests. */
@NullMarked
package io.dianmai.kpi.ladder.web;

import org.jspecify.annotations.NullMarked;
