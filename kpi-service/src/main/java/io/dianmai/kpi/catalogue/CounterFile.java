package io.dianmai.kpi.catalogue;

import io.dianmai.contracts.EventTypes;
import io.dianmai.kpi.counter.Counter;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Reads the list of counters from its reviewed file, and holds it against the code: what the file says is fed is fed,
 * and nothing is fed that it does not list.
 */
final class CounterFile {
    static final String SHIPPED = "counters.csv";
    static final String HEADER = "name,name_zh,unit,kind,fed_by,waits_for,note";
    /** Event types of a figure that every event can move. */
    static final String ANY = "*";
    /** Figures that are known of a store itself. */
    static final Set<String> REGISTRY =
            Set.of("bays", "parkingSpaces", "bayDays", "serviceAdvisors", "technicians", "renewalSpecialists");

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern FUTURE_TYPE = Pattern.compile("dianmai\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v\\d+");

    private CounterFile() {}

    /** @throws IllegalArgumentException naming the line, or the counter, that does not hold together */
    static CounterList shipped() throws IOException {
        Resource file = new ClassPathResource(SHIPPED);
        try (Reader csv = ReviewedFile.open(file)) {
            return read(SHIPPED, csv);
        }
    }

    static CounterList read(String name, Reader csv) throws IOException {
        var names = new ReviewedFile.Unique("name");
        var namesZh = new ReviewedFile.Unique("name_zh");
        CounterList list = new CounterList(new ReviewedFile(name, HEADER).read(csv, cells -> {
            CounterEntry entry = entry(cells);
            names.add(entry.name());
            namesZh.add(entry.nameZh());
            return entry;
        }));
        requireAllListed(name, list);
        return list;
    }

    private static void requireAllListed(String file, CounterList list) {
        List<String> missing = Arrays.stream(Counter.values())
                .map(Counter::catalogueName)
                .filter(counter -> list.find(counter).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(file + ": events feed counters that are not listed: " + missing);
        }
    }

    private static CounterEntry entry(List<String> cells) {
        require(NAME.matcher(cells.get(0)).matches(), "no name: \"" + cells.get(0) + "\"");
        require(!cells.get(1).isBlank(), "name_zh is empty");
        CounterEntry entry = new CounterEntry(
                cells.get(0),
                cells.get(1),
                constant(FigureUnit.class, "unit", cells.get(2)),
                constant(FigureKind.class, "kind", cells.get(3)),
                cells.get(4).isEmpty() ? List.of() : List.of(cells.get(4).split(" ")),
                cells.get(5).isEmpty() ? null : cells.get(5),
                cells.get(6).isEmpty() ? null : cells.get(6));
        requireSource(entry);
        switch (entry.kind()) {
            case FLOW, LEVEL -> requireCounter(entry);
            case REGISTRY -> require(REGISTRY.contains(entry.name()), "the registry knows no " + entry.name());
            case TARGET -> throw new IllegalArgumentException("targets are not listed: every counter can have one");
        }
        return entry;
    }

    private static void requireSource(CounterEntry entry) {
        require(entry.fedBy().isEmpty() == entry.isWaiting(), "either fed_by or waits_for says where it comes from");
        Predicate<String> known =
                type -> type.equals(ANY) || EventTypes.byName(type).isPresent();
        entry.fedBy().forEach(type -> require(known.test(type), "fed_by names no event: \"" + type + "\""));
        if (entry.waitsFor() != null) {
            require(FUTURE_TYPE.matcher(entry.waitsFor()).matches(), "no event type: \"" + entry.waitsFor() + "\"");
            require(!known.test(entry.waitsFor()), entry.waitsFor() + " is raised: it need not wait any more");
        }
    }

    private static void requireCounter(CounterEntry entry) {
        boolean counted = Counter.named(entry.name()).isPresent();
        require(!(counted && entry.isWaiting()), entry.name() + " is fed, but listed as waiting");
        require(counted || entry.isWaiting(), entry.name() + " is listed as fed, but no event feeds it");
        Counter.named(entry.name())
                .ifPresent(counter -> require(
                        counter.isGauge() == (entry.kind() == FigureKind.LEVEL),
                        entry.name() + (counter.isGauge() ? " is a level" : " is no level")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String column, String cell) {
        return WireNames.find(type, cell)
                .orElseThrow(() ->
                        new IllegalArgumentException(column + " \"" + cell + "\" is none of " + WireNames.all(type)));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
