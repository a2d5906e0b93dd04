package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.Team;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.table.TableRow;
import java.util.List;

/**
 * What one row says.
 *
 * @param cells as they came
 * @param subject id of the store, team or person it is about
 * @param flaws of its cells, with the property each is about; with any, the row changes nothing
 */
record SheetRow(TableRow cells, String storeId, String subject, List<Violation> flaws, SheetChange change) {
    SheetRow {
        flaws = List.copyOf(flaws);
    }

    static SheetRow read(SheetHeader header, TableRow row) {
        var cells = new SheetCells(header, row);
        String storeId = cells.needed(SheetColumn.STORE_ID);
        SheetChange change = switch (header.sheet()) {
            case STORES -> store(storeId, cells);
            case TEAMS ->
                new SheetChange.OfTeam(
                        new Team(cells.needed(SheetColumn.TEAM_ID), cells.needed(SheetColumn.TEAM_NAME)));
            case STAFF -> staff(cells);
        };
        return new SheetRow(row, storeId, subject(change), cells.flaws(), change);
    }

    private static String subject(SheetChange change) {
        return switch (change) {
            case SheetChange.OfStore store -> store.storeId();
            case SheetChange.OfTeam(Team team) -> team.teamId();
            case SheetChange.OfStaff(StaffMember member, List<SheetColumn> _) -> member.staffId();
        };
    }

    private static SheetChange store(String storeId, SheetCells cells) {
        return new SheetChange.OfStore(
                storeId,
                cells.needed(SheetColumn.STORE_NAME),
                cells.needed(SheetColumn.REGION_ID),
                cells.needed(SheetColumn.REGION_NAME),
                cells.needed(SheetColumn.BRAND_ID),
                cells.needed(SheetColumn.BRAND_NAME),
                cells.tier(),
                cells.text(SheetColumn.ZONE),
                cells.number(SheetColumn.BAYS, -1),
                cells.number(SheetColumn.PARKING, -1));
    }

    private static SheetChange staff(SheetCells cells) {
        var member = new StaffMember(
                cells.needed(SheetColumn.STAFF_ID),
                cells.needed(SheetColumn.STAFF_NAME),
                cells.roles(),
                cells.text(SheetColumn.TEAM_ID),
                cells.date(SheetColumn.LEFT_ON),
                cells.date(SheetColumn.STARTED_ON));
        List<SheetColumn> told =
                Sheet.STAFF.columns().stream().filter(cells::has).toList();
        return new SheetChange.OfStaff(member, told);
    }
}
