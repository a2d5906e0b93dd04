/** 市场活动: what is planned, done and spent to bring customers, and what comes of it. */
@NullMarked
package io.dianmai.lead.activity;

import org.jspecify.annotations.NullMarked;
