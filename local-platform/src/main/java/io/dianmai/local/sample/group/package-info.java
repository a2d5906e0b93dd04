/** The sample group as it is registered: its stores, brands, people and opening hours. All of it is made up. */
@NullMarked
package io.dianmai.local.sample.group;

import org.jspecify.annotations.NullMarked;
