package io.dianmai.kpi.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the audit, {@code dianmai.kpi.audit.*}.
 *
 * @param every how often this instance audits a recent day of a store, chosen at random; 0 for never
 */
@Validated
@ConfigurationProperties("dianmai.kpi.audit")
record AuditSettings(@DefaultValue("1m") @NotNull Duration every) {}
