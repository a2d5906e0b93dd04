/** What the document store answers. */
@NullMarked
package io.dianmai.kit.store;

import org.jspecify.annotations.NullMarked;
