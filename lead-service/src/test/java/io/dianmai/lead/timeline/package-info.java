@NullMarked
package io.dianmai.lead.timeline;

import org.jspecify.annotations.NullMarked;
