/** 洽谈与订单: test drives, quotes, orders, payments and delivery, as they are asked for and shown; the collections forecast. */
@NullMarked
package io.dianmai.lead.sale;

import org.jspecify.annotations.NullMarked;
