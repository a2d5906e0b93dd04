/** What controllers share: commands given over HTTP, their outcomes as answers, pages of lists. */
@NullMarked
package io.dianmai.kit.web;

import org.jspecify.annotations.NullMarked;
