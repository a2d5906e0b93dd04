/** Work beside the requests and the events: {@link io.dianmai.kit.background.BackgroundLoop}. */
@NullMarked
package io.dianmai.kit.background;

import org.jspecify.annotations.NullMarked;
