package io.dianmai.gateway.audit;

import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.audit.AuditRecorded.Actor;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.contracts.org.Role;
import java.time.Instant;
import java.util.List;

/** Entries with ids that are in order. */
final class Entries {
    static final Instant START = Instant.parse("2026-03-12T02:00:00Z");

    private Entries() {}

    static AuditRecorded number(int number) {
        return number(number, "policy.changed");
    }

    static AuditRecorded number(int number, String kind) {
        return new AuditRecorded(
                "e%04d".formatted(number),
                START.plusSeconds(number),
                "lead-service",
                kind,
                new Actor("hq", List.of(Role.GROUP_HQ), "hq-01", null),
                kind.substring(0, kind.indexOf('.')),
                "o" + number,
                number % 2 == 0 ? "s1" : null,
                "10.1.7.20",
                Outcome.DONE,
                null,
                "=1+1");
    }
}
