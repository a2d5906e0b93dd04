@NullMarked
package io.dianmai.kit.web;

import org.jspecify.annotations.NullMarked;
