/** 意向客户卡: what is written on cards, leads that are one customer's, customers that two stores are after. */
@NullMarked
package io.dianmai.lead.card;

import org.jspecify.annotations.NullMarked;
