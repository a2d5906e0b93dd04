/** Small records that several instances change: one document each, replaced only by who has read the last version. */
@NullMarked
package io.dianmai.lead.notebook;

import org.jspecify.annotations.NullMarked;
