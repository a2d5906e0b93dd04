/** That nothing written in a notebook is lost. */
@NullMarked
package io.dianmai.lead.notebook;

import org.jspecify.annotations.NullMarked;
