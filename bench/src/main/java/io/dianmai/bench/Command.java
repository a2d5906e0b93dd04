package io.dianmai.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./dianmai bench [name…] [--size number]… [--profile]}; without a name, or with {@code all}: all of them. */
record Command(List<String> benches, boolean profile, Map<String, Integer> sizes) {
    private static final String PREFIX = "--";

    /** Refuses what no bench knows. */
    static Command parse(List<String> arguments, Map<String, Bench> known) {
        List<String> benches = new ArrayList<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        boolean profile = false;
        var rest = arguments.listIterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--profile")) {
                profile = true;
            } else if (argument.startsWith(PREFIX)) {
                String size = size(argument.substring(PREFIX.length()), known);
                sizes.put(size, number(size, rest.hasNext() ? rest.next() : "", known));
            } else if (known.containsKey(argument)) {
                benches.add(argument);
            } else if (!argument.equals("all")) {
                throw new IllegalArgumentException("there is no bench " + argument + ", only " + known.keySet());
            }
        }
        return new Command(benches.isEmpty() ? List.copyOf(known.keySet()) : benches, profile, sizes);
    }

    private static String size(String name, Map<String, Bench> known) {
        Set<String> sizes = known.values().stream()
                .flatMap(bench -> bench.sizes().keySet().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (!sizes.contains(name)) {
            throw new IllegalArgumentException("there is no size --" + name + ", only " + sizes);
        }
        return name;
    }

    private static int number(String size, String text, Map<String, Bench> known) {
        boolean optional =
                known.values().stream().anyMatch(bench -> bench.optional().contains(size));
        if (!text.matches(optional ? "\\d{1,9}" : "[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("--" + size + " is a whole number "
                    + (optional ? "from 0 on" : "above 0") + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
