package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs/kpis.md} are those of the files. Run with {@code -Dapprove=true} they are written anew. */
class KpiDocumentTests {
    private static final Path DOCUMENT = Path.of("..", "docs", "kpis.md");

    @Test
    void saysWhatTheFilesSay() throws IOException {
        CounterList counters = CounterFile.shipped();
        List<Kpi> kpis = CatalogueFile.shipped(counters);
        String before = Files.readString(DOCUMENT);
        String now = with(
                "waiting", waiting(counters, kpis), with("counters", fed(counters), with("kpis", kpis(kpis), before)));

        if (Boolean.getBoolean("approve")) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(DOCUMENT)
                .as("docs/kpis.md; run this test with -Dapprove=true and review the difference")
                .hasContent(now);
    }

    private static String with(String section, String table, String document) {
        Pattern place = Pattern.compile("(<!-- %s -->\n).*?(<!-- /%s -->)".formatted(section, section), Pattern.DOTALL);
        assertThat(document).containsPattern(place);
        return place.matcher(document).replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
    }

    private static String kpis(List<Kpi> kpis) {
        return table(
                "| code | | numerator | denominator | unit | |\n|---|---|---|---|---|---|\n",
                kpis.stream()
                        .map(kpi -> row(
                                code(kpi.code()),
                                kpi.nameZh() + " · " + kpi.nameEn(),
                                code(kpi.numerator().text()),
                                kpi.denominator() == null
                                        ? ""
                                        : code(kpi.denominator().text()),
                                WireNames.of(kpi.kind()) + ", " + WireNames.of(kpi.unit()),
                                kpi.available() ? "" : "waits")));
    }

    private static String fed(CounterList counters) {
        return table(
                "| counter | | unit | kind | moved by | |\n|---|---|---|---|---|---|\n",
                counters.all().stream()
                        .filter(entry -> !entry.isWaiting())
                        .map(entry -> row(
                                code(entry.name()),
                                entry.nameZh(),
                                WireNames.of(entry.unit()),
                                WireNames.of(entry.kind()),
                                entry.fedBy().stream()
                                        .map(KpiDocumentTests::event)
                                        .collect(Collectors.joining(", ")),
                                orNothing(entry.note()))));
    }

    private static String waiting(CounterList counters, List<Kpi> kpis) {
        var byEvent = counters.all().stream()
                .filter(CounterEntry::isWaiting)
                .collect(Collectors.groupingBy(
                        entry -> Objects.requireNonNull(entry.waitsFor()), TreeMap::new, Collectors.toList()));
        return table(
                "| event | counters that it would feed | KPIs that need it |\n|---|---|---|\n",
                byEvent.entrySet().stream()
                        .map(event -> row(
                                code(event.getKey()),
                                event.getValue().stream()
                                        .map(entry -> code(entry.name()) + " " + entry.nameZh())
                                        .collect(Collectors.joining(", ")),
                                kpis.stream()
                                        .filter(kpi -> event.getValue().stream()
                                                .anyMatch(entry -> kpi.missing().contains(entry.name())))
                                        .map(kpi -> code(kpi.code()))
                                        .collect(Collectors.joining(", ")))));
    }

    private static String table(String head, Stream<String> rows) {
        return "\n" + head + rows.collect(Collectors.joining()) + "\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String event(String type) {
        return type.equals(CounterFile.ANY) ? "any event" : type.replaceAll("^dianmai\\.|\\.v1$", "");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String orNothing(@Nullable String note) {
        return note == null ? "" : note;
    }
}
