package io.dianmai.lead.intake.sheet;

import static io.dianmai.lead.intake.sheet.Column.needed;
import static io.dianmai.lead.intake.sheet.Column.optional;

import java.util.List;

/** Columns of a list of vehicles in stock. */
public final class StockColumns {
    public static final Column REFERENCE = needed(
            "reference",
            "车辆编号",
            "the store system's own id of the vehicle",
            "CK-0001",
            "库存编号",
            "编号",
            "vehicle id",
            "stock number");
    public static final Column MODEL = needed("model", "车型", "up to 100 characters", "Yunhai X5", "vehicle");
    public static final Column COLOUR = optional("colour", "颜色", "up to 50 characters", "白", "车色", "color");
    public static final Column VIN =
            optional("vin", "车架号", "up to 40 characters", "LSVAA4182E2184841", "车辆识别代号", "vin码");
    public static final Column COST =
            needed("cost", "成本", "yuan, also as 12.8万", "108000", "进价", "采购价", "purchase price");
    public static final Column STOCKED_AT = optional(
            "stocked at", "入库时间", "a day, or day and time; absent: now", "2026-01-15", "入库日期", "received at", "date");
    public static final Column NEW_ENERGY = optional("new energy", "新能源", "是/否, yes/no", "否", "是否新能源");
    public static final Column FLAGSHIP = optional("flagship", "旗舰车型", "是/否, yes/no", "否", "是否旗舰");

    static final List<Column> ALL = List.of(REFERENCE, MODEL, COLOUR, VIN, COST, STOCKED_AT, NEW_ENERGY, FLAGSHIP);

    private StockColumns() {}
}
