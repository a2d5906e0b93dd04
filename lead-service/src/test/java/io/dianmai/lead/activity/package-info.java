@NullMarked
package io.dianmai.lead.activity;

import org.jspecify.annotations.NullMarked;
