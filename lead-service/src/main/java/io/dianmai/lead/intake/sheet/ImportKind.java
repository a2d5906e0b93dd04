package io.dianmai.lead.intake.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a list may be of. */
public enum ImportKind {
    LEADS("leads", "线索", LeadColumns.ALL, LeadColumns.REFERENCE),
    VISITS("visits", "来店登记", VisitColumns.ALL, VisitColumns.REFERENCE),
    VEHICLES("vehicles", "库存车辆", StockColumns.ALL, StockColumns.REFERENCE),
    COSTS("activities-costs", "市场费用", CostColumns.ALL, CostColumns.REFERENCE);

    private final String slug;
    private final String zh;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Column> columns;

    @SuppressWarnings("ImmutableEnumChecker") // neither can such a record
    private final Column reference;

    ImportKind(String slug, String zh, List<Column> columns, Column reference) {
        this.slug = slug;
        this.zh = zh;
        this.columns = columns;
        this.reference = reference;
    }

    /** The kind that addresses call so. */
    public static Optional<ImportKind> bySlug(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }

    /** How addresses call it. */
    public String slug() {
        return slug;
    }

    /** What its sheet is called. */
    public String zh() {
        return zh;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The column that no two rows may say the same in. */
    public Column reference() {
        return reference;
    }
}
