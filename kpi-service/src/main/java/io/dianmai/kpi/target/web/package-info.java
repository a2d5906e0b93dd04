/** Plans over HTTP: one by one, and from files that people fill in. */
@NullMarked
package io.dianmai.kpi.target.web;

import org.jspecify.annotations.NullMarked;
