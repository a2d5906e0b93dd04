/** 群机器人: notices to group chats of WeCom (企业微信), DingTalk (钉钉) and Feishu (飞书), each by its own form and limits. */
@NullMarked
package io.dianmai.kpi.delivery.robot;

import org.jspecify.annotations.NullMarked;
