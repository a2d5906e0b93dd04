package io.dianmai.contracts.audit;

import io.dianmai.contracts.EventData;

/** What services say for the audit log. */
public sealed interface AuditEvent extends EventData permits AuditRecorded {}
