@NullMarked
package io.dianmai.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
