/** What the columns of a list are called and what their cells may say: made by people, in two languages. */
@NullMarked
package io.dianmai.lead.intake.sheet;

import org.jspecify.annotations.NullMarked;
