/** The packaged platform as separate processes, tried from outside: by HTTP, in the browser, and killed under load. */
@NullMarked
package io.dianmai.system;

import org.jspecify.annotations.NullMarked;
