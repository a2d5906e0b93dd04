package io.dianmai.lead.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.roster.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitTests {
    private static final Instant TIME = Instant.parse("2026-03-10T01:30:00Z");
    private static final Roster ROSTER = new Roster(
            true,
            List.of(new StaffMember("a1", "甲", List.of(Role.SALES_CONSULTANT), "t1", null)),
            LocalDate.of(2026, 3, 10));

    @Test
    void isCutByTheWayThePartyCame() {
        assertThat(logged(entry(VisitKind.WALK_IN)).dimensions().channel()).isEqualTo(Channel.WALK_IN);
        assertThat(logged(entry(VisitKind.CALL)).dimensions().channel()).isEqualTo(Channel.PHONE);
    }

    @Test
    void namesWhoeverReceivedTheParty() {
        VisitLogged event = logged(entry(VisitKind.WALK_IN));

        assertThat(event.dimensions().advisorId()).isEqualTo("a1");
        assertThat(event.dimensions().teamId()).isEqualTo("t1");
        assertThat(event.leadId()).isEqualTo("lead-1");
        assertThat(event.partySize()).isEqualTo(3);
        assertThat(event.retained()).isTrue();
    }

    @Test
    void tellsWhenItsLeadWasRegisteredWhereThatIsKnown() {
        assertThat(logged(entry(VisitKind.CALL), TIME.minusSeconds(60))
                        .dimensions()
                        .registeredAt())
                .isEqualTo(TIME.minusSeconds(60));
        assertThat(logged(entry(VisitKind.CALL)).dimensions().registeredAt()).isNull();
    }

    @Test
    void isLoggedOnce() {
        VisitEntry entry = entry(VisitKind.WALK_IN);
        Visit visit = Visit.of(logged(entry), TIME);

        assertThat(Visit.log(visit, entry, ROSTER, known(null))).isEqualTo(Decision.refuse(Visit.ALREADY_LOGGED));
        assertThat(visit.visitedAt()).isEqualTo(TIME);
    }

    private static VisitLogged logged(VisitEntry entry) {
        return logged(entry, null);
    }

    private static VisitLogged logged(VisitEntry entry, @Nullable Instant leadRegisteredAt) {
        return switch (Visit.log(null, entry, ROSTER, known(leadRegisteredAt))) {
            case Decision.Accepted<VisitLogged> accepted -> accepted.events().getFirst();
            case Decision.Refused<VisitLogged> refused ->
                throw new AssertionError(refused.refusal().code());
        };
    }

    private static Acquaintance known(@Nullable Instant leadRegisteredAt) {
        return new Acquaintance("lead-1", leadRegisteredAt, null);
    }

    private static VisitEntry entry(VisitKind kind) {
        return new VisitEntry(kind, 3, true, "lead-1", "a1", "Yunhai X5");
    }
}
