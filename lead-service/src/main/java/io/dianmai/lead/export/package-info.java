/** Lists as files: what the lists show, within the same scope and masked the same, row by row. */
@NullMarked
package io.dianmai.lead.export;

import org.jspecify.annotations.NullMarked;
