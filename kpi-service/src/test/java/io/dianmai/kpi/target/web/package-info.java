@NullMarked
package io.dianmai.kpi.target.web;

import org.jspecify.annotations.NullMarked;
