/** The REST API of follow-ups. */
@NullMarked
package io.dianmai.followup.web;

import org.jspecify.annotations.NullMarked;
