/** 库存: the vehicles of a store from receipt to sale, whom they are meant for, and the board that shows them. */
@NullMarked
package io.dianmai.lead.stock;

import org.jspecify.annotations.NullMarked;
