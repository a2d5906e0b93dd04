package io.dianmai.kpi.catalogue;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the catalogue, {@code dianmai.kpi.*}.
 *
 * @param catalogue the file of KPIs, for example {@code file:/etc/dianmai/kpis.csv}; the shipped one unless set
 */
@Validated
@ConfigurationProperties("dianmai.kpi")
record CatalogueSettings(
        @DefaultValue("classpath:" + CatalogueFile.SHIPPED) @NotNull
        Resource catalogue) {}
