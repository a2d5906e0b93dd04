/** What every service does when a customer asks what is held about him, or wants it gone. */
@NullMarked
package io.dianmai.kit.customer;

import org.jspecify.annotations.NullMarked;
