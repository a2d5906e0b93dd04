/** The accounts of people: who they are, where they work, their passwords. */
@NullMarked
package io.dianmai.gateway.identity.person;

import org.jspecify.annotations.NullMarked;
