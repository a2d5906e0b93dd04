package io.dianmai.gateway.registry;

/** A column of a file, with its titles, either of which it may have. */
enum SheetColumn {
    STORE_ID("门店编号", "storeId", true),
    STORE_NAME("门店名称", "name", true),
    REGION_ID("区域编号", "regionId", true),
    REGION_NAME("区域名称", "regionName", true),
    BRAND_ID("品牌编号", "brandId", true),
    BRAND_NAME("品牌名称", "brandName", true),
    TIER("店别", "tier", true),
    ZONE("时区", "zone", false),
    BAYS("工位数", "bays", false),
    PARKING("车位数", "parkingSpaces", false),
    TEAM_ID("战区编号", "teamId", true),
    TEAM_NAME("战区名称", "name", true),
    STAFF_ID("员工编号", "staffId", true),
    STAFF_NAME("姓名", "name", true),
    ROLES("岗位", "roles", true),
    STARTED_ON("入职日期", "startedOn", false),
    LEFT_ON("离职日期", "leftOn", false);

    private final String zh;
    private final String en;
    private final boolean needed;

    SheetColumn(String zh, String en, boolean needed) {
        this.zh = zh;
        this.en = en;
        this.needed = needed;
    }

    String zh() {
        return zh;
    }

    /** Also the name of the property in the store's JSON. */
    String en() {
        return en;
    }

    boolean isNeeded() {
        return needed;
    }
}
