@NullMarked
package io.dianmai.lead.assignment;

import org.jspecify.annotations.NullMarked;
