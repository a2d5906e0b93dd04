package io.dianmai.kpi.engine;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the counting and deadline engine, {@code dianmai.kpi.engine.*}.
 *
 * @param applicationId group, transaction and changelog prefix, one per installation; not the group of the
 *     service's other consumers, which share no protocol with it
 * @param stateDir folder for local state; safe to lose, costs a restore
 * @param threads stream threads of this instance
 * @param standbyReplicas warm copies of each task's state on other instances
 * @param commitInterval how often a transaction ends while somebody waits for what is in it: new numbers, reminders
 * @param replayCommitInterval how often a transaction ends at least
 * @param sendInterval how often changed rows are sent
 * @param deadlineTick how often due deadlines are looked for
 * @param backfillGrace how long a deadline that had lapsed before it was told waits for its clearing event
 * @param digestAbove more rungs of one store that come due together are told by one digest
 * @param defaultZone business days of a store that the registry does not name
 * @param registryPatience how long events of a store wait for the registry to name it
 * @param cacheMegabytes memory for records of the state stores that wait for a commit
 * @param storeMegabytes memory for the state stores themselves
 * @param silence when a store is called silent
 */
@Validated
@ConfigurationProperties("dianmai.kpi.engine")
public record EngineSettings(
        @DefaultValue("kpi-service.engine") @NotBlank String applicationId,
        @NotNull Path stateDir,
        @DefaultValue("2") @Min(1) @Max(64) int threads,
        @DefaultValue("0") @Min(0) @Max(3) int standbyReplicas,
        @DefaultValue("200ms") @NotNull Duration commitInterval,
        @DefaultValue("1s") @NotNull Duration replayCommitInterval,
        @DefaultValue("100ms") @NotNull Duration sendInterval,
        @DefaultValue("100ms") @NotNull Duration deadlineTick,
        @DefaultValue("5m") @NotNull Duration backfillGrace,
        @DefaultValue("24") @Min(1) int digestAbove,
        @DefaultValue("Asia/Shanghai") @NotNull ZoneId defaultZone,
        @DefaultValue("1m") @NotNull Duration registryPatience,
        @DefaultValue("16") @Min(1) @Max(4096) int cacheMegabytes,
        @DefaultValue("48") @Min(16) @Max(65_536) int storeMegabytes,
        @DefaultValue @NotNull @Valid SilenceSettings silence) {}
