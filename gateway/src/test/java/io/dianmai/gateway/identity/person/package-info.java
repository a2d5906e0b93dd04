@NullMarked
package io.dianmai.gateway.identity.person;

import org.jspecify.annotations.NullMarked;
