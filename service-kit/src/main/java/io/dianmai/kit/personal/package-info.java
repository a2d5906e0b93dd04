/** Personal strings: normalised, hashed, masked and encrypted before anything is written. */
@NullMarked
package io.dianmai.kit.personal;

import org.jspecify.annotations.NullMarked;
