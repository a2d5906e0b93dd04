package io.dianmai.kit.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit trail.
 *
 * @param behindGateway whether requests come through the gateway, which says where from; false for the gateway itself
 */
@ConfigurationProperties("dianmai.audit")
record AuditSettings(@DefaultValue("true") boolean behindGateway) {}
