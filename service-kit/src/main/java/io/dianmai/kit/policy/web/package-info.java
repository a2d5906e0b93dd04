/** Policies over HTTP. */
@NullMarked
package io.dianmai.kit.policy.web;

import org.jspecify.annotations.NullMarked;
