@NullMarked
package io.dianmai.lead.visit;

import org.jspecify.annotations.NullMarked;
