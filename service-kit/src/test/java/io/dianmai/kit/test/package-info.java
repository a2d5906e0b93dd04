/** What integration tests of the services start from: a real broker, a document store, tokens and a clock to set. */
@NullMarked
package io.dianmai.kit.test;

import org.jspecify.annotations.NullMarked;
