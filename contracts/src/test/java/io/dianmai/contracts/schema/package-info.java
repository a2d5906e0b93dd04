@NullMarked
package io.dianmai.contracts.schema;

import org.jspecify.annotations.NullMarked;
