/** 客户个人信息: what is held about one customer, across all services, and how it is made to be forgotten. */
@NullMarked
package io.dianmai.gateway.customer;

import org.jspecify.annotations.NullMarked;
