@NullMarked
package io.dianmai.kit.security;

import org.jspecify.annotations.NullMarked;
