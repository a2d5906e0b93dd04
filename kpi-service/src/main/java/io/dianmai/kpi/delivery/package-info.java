/** 推送: how reminders reach people outside of the platform, and what every channel needs to know for it. */
@NullMarked
package io.dianmai.kpi.delivery;

import org.jspecify.annotations.NullMarked;
