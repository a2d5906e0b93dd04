/** The wire between stores, services and HQ: envelope, topics, codec and the sealed families of events. */
@NullMarked
package io.dianmai.contracts;

import org.jspecify.annotations.NullMarked;
