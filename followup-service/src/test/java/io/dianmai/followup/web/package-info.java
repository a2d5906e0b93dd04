@NullMarked
package io.dianmai.followup.web;

import org.jspecify.annotations.NullMarked;
