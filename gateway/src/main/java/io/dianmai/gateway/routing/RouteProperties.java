package io.dianmai.gateway.routing;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services are.
 *
 * @param maxBody largest body that is taken in; the ingest has limits of its own
 * @param maxImport largest file of an import, with the form around it if there is one
 */
@Validated
@ConfigurationProperties("dianmai.routes")
public record RouteProperties(
        @NotNull @DefaultValue("http://localhost:8081") URI lead,
        @NotNull @DefaultValue("http://localhost:8082") URI followup,
        @NotNull @DefaultValue("http://localhost:8083") URI aftersales,
        @NotNull @DefaultValue("http://localhost:8084") URI kpi,
        @NotNull @DefaultValue("1MB") DataSize maxBody,
        @NotNull @DefaultValue("65MB") DataSize maxImport) {}
