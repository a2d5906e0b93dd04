/**
 * The sample group at work: registers itself, tells its history and then its present through the same door that store
 * systems use, with credentials of its own stores.
 */
@NullMarked
package io.dianmai.local.sample;

import org.jspecify.annotations.NullMarked;
