package io.dianmai.lead.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of imports.
 *
 * @param maxFile largest file
 * @param maxRows most rows of a file
 * @param folder where files stand while they are read, readable for this service only; absent: the system's own
 * @param keepFor how long bad rows and verdicts are kept after the end of an import
 * @param lease how long an instance may be silent before another one goes on with its import
 */
@ConfigurationProperties("dianmai.imports")
record ImportSettings(
        @DefaultValue("64MB") DataSize maxFile,
        @DefaultValue("100000") int maxRows,
        @Nullable Path folder,
        @DefaultValue("7d") Duration keepFor,
        @DefaultValue("30s") Duration lease) {}
