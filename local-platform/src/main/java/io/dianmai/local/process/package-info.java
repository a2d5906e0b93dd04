/** Child processes that outlive the command that started them, found again by their pid files. */
@NullMarked
package io.dianmai.local.process;

import org.jspecify.annotations.NullMarked;
