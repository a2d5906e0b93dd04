package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.catalogue.KpiReader.Reading;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Reads the catalogue from its reviewed file: one KPI a line. */
final class CatalogueFile {
    static final String SHIPPED = "kpi-catalogue.csv";
    static final String HEADER = "code,name_zh,name_en,area,kind,numerator,denominator,unit,better,"
            + "target_all,target_mid,target_premium,period,note";

    private CatalogueFile() {}

    static List<Kpi> shipped(CounterList counters) throws IOException {
        return read(new ClassPathResource(SHIPPED), counters);
    }

    /** @throws IllegalArgumentException naming the line that does not hold together */
    static List<Kpi> read(Resource file, CounterList counters) throws IOException {
        try (Reader csv = ReviewedFile.open(file)) {
            return read(Objects.requireNonNullElse(file.getFilename(), "KPI catalogue"), csv, counters);
        }
    }

    static List<Kpi> read(String name, Reader csv, CounterList counters) throws IOException {
        var codes = new ReviewedFile.Unique("code");
        var namesZh = new ReviewedFile.Unique("name_zh");
        var namesEn = new ReviewedFile.Unique("name_en");
        return new ReviewedFile(name, HEADER).read(csv, cells -> {
            Kpi kpi = kpi(draft(cells), counters);
            codes.add(kpi.code());
            namesZh.add(kpi.nameZh());
            namesEn.add(kpi.nameEn());
            return kpi;
        });
    }

    private static Kpi kpi(KpiDraft draft, CounterList counters) {
        return switch (KpiReader.read(draft, counters, null)) {
            case Reading.Good good -> good.kpi();
            case Reading.Bad(List<Finding> findings) ->
                throw new IllegalArgumentException(findings.getFirst().inWords());
        };
    }

    /** In a reviewed file everything is written out; only what has no value is left empty. */
    private static KpiDraft draft(List<String> cells) {
        return new KpiDraft(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                orAbsent(cells.get(6)),
                cells.get(7),
                cells.get(8),
                null,
                new Targets(orAbsent(cells.get(9)), orAbsent(cells.get(10)), orAbsent(cells.get(11))),
                cells.get(12),
                orAbsent(cells.get(13)));
    }

    private static @Nullable String orAbsent(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
