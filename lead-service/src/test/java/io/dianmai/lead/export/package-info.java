@NullMarked
package io.dianmai.lead.export;

import org.jspecify.annotations.NullMarked;
