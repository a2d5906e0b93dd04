package io.dianmai.aftersales.complaint;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast a complaint must be dealt with, at any hour of the day.
 *
 * @param answerWithin 投诉30分钟响应
 * @param resolveWithin 投诉24小时解决
 */
@Validated
@ConfigurationProperties("dianmai.complaints")
record ComplaintPolicy(
        @DefaultValue("30m") @NotNull Duration answerWithin,
        @DefaultValue("24h") @NotNull Duration resolveWithin) {}
