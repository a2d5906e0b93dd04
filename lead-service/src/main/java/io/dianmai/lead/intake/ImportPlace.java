package io.dianmai.lead.intake;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.lead.intake.sheet.Column;
import io.dianmai.lead.intake.sheet.Reason;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.roster.Roster;
import io.dianmai.lead.roster.Rosters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store that a list is taken in for, as it is now.
 *
 * @param now what lies after it is in the future
 */
record ImportPlace(String storeId, ZoneId zone, Instant now, Roster today) {

    static ImportPlace of(String storeId, Instant now, StoreReplica stores, Rosters rosters) {
        return new ImportPlace(storeId, stores.zone(storeId), now, rosters.at(storeId, now));
    }

    /**
     * The staff id of whoever a cell names, by id or by name.
     *
     * @param since until then at least the person must have worked there
     */
    @Nullable
    String staffId(RowCells cells, Column column, Instant since) {
        String named = cells.text(column, 100);
        if (named == null || !today.known()) {
            return named;
        }
        List<StaffMember> found = find(named);
        if (found.size() != 1) {
            cells.flaw(column, found.isEmpty() ? Reason.ADVISOR_UNKNOWN : Reason.ADVISOR_AMBIGUOUS);
            return null;
        }
        StaffMember member = found.getFirst();
        if (member.leftOn() != null
                && member.leftOn().isBefore(since.atZone(zone).toLocalDate())) {
            cells.flaw(column, Reason.ADVISOR_LEFT);
            return null;
        }
        return member.staffId();
    }

    private List<StaffMember> find(String named) {
        List<StaffMember> byId = today.staff().stream()
                .filter(member -> member.staffId().equals(named))
                .toList();
        return byId.isEmpty()
                ? today.staff().stream()
                        .filter(member -> member.name().equals(named))
                        .toList()
                : byId;
    }
}
