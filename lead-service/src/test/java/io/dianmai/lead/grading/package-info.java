@NullMarked
package io.dianmai.lead.grading;

import org.jspecify.annotations.NullMarked;
