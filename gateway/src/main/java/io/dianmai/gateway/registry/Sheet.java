package io.dianmai.gateway.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file can bring into the registry, each row one of them. */
enum Sheet {
    /** With region and brand, which are what their stores say of them. */
    STORES("门店"),
    /** 战区/组 */
    TEAMS("战区"),
    STAFF("员工");

    private final String title;

    Sheet(String title) {
        this.title = title;
    }

    /** Of the template, and of its file. */
    String title() {
        return title;
    }

    List<SheetColumn> columns() {
        return switch (this) {
            case STORES ->
                List.of(
                        SheetColumn.STORE_ID,
                        SheetColumn.STORE_NAME,
                        SheetColumn.REGION_ID,
                        SheetColumn.REGION_NAME,
                        SheetColumn.BRAND_ID,
                        SheetColumn.BRAND_NAME,
                        SheetColumn.TIER,
                        SheetColumn.ZONE,
                        SheetColumn.BAYS,
                        SheetColumn.PARKING);
            case TEAMS -> List.of(SheetColumn.STORE_ID, SheetColumn.TEAM_ID, SheetColumn.TEAM_NAME);
            case STAFF ->
                List.of(
                        SheetColumn.STORE_ID,
                        SheetColumn.STAFF_ID,
                        SheetColumn.STAFF_NAME,
                        SheetColumn.ROLES,
                        SheetColumn.TEAM_ID,
                        SheetColumn.STARTED_ON,
                        SheetColumn.LEFT_ON);
        };
    }

    /** Those without which no row says anything. */
    List<SheetColumn> needed() {
        return columns().stream().filter(this::isNeeded).toList();
    }

    /** People may have no team. */
    private boolean isNeeded(SheetColumn column) {
        return column.isNeeded() && !(this == STAFF && column == SheetColumn.TEAM_ID);
    }

    /** By its name in addresses. */
    static Optional<Sheet> named(String name) {
        return Arrays.stream(values())
                .filter(sheet -> sheet.path().equals(name))
                .findFirst();
    }

    String path() {
        return switch (this) {
            case STORES -> "stores";
            case TEAMS -> "teams";
            case STAFF -> "staff";
        };
    }
}
