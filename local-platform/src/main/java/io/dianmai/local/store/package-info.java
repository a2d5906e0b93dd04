/** The embedded document store: speaks the MongoDB wire protocol, keeps its data in one H2 file, loses no answered write. */
@NullMarked
package io.dianmai.local.store;

import org.jspecify.annotations.NullMarked;
