package io.dianmai.gateway.apidocs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Short names for schemas, which services name by whole class names: {@code LeadView} where nobody else has one, or has
 * the very same; else with the service's name before it, and then the package.
 */
final class SchemaNames {
    private static final Pattern PACKAGE = Pattern.compile("(?:[Ii]o\\.dianmai|[Jj]ava)\\.((?:[a-z][a-z0-9_]*\\.)*)");
    private static final Pattern CONTROLLER = Pattern.compile("Controller[.$]");
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int LONGEST = 2;

    private final Map<Schema, String> names = new HashMap<>();

    private record Schema(String service, String className) {}

    /** @param documents as the services make them, by the name of the service */
    SchemaNames(Map<String, JsonNode> documents) {
        Map<Schema, JsonNode> open = new HashMap<>();
        documents.forEach((service, document) -> document.at("/components/schemas")
                .properties()
                .forEach(entry -> open.put(new Schema(service, entry.getKey()), entry.getValue())));
        for (int length = 0; length <= LONGEST; length++) {
            nameWhatIsUnlike(open, length);
        }
    }

    /** The name that a service's class has in the platform's document. */
    String of(String service, String className) {
        return names.getOrDefault(new Schema(service, className), className);
    }

    private void nameWhatIsUnlike(Map<Schema, JsonNode> open, int length) {
        Map<String, List<Schema>> rivals = open.keySet().stream()
                .collect(
                        Collectors.groupingBy(schema -> name(schema, length), Collectors.toCollection(ArrayList::new)));
        rivals.forEach((name, schemas) -> {
            boolean same = schemas.stream().map(open::get).distinct().count() == 1;
            if (same || length == LONGEST) {
                schemas.forEach(schema -> names.put(schema, name));
                schemas.forEach(open::remove);
            }
        });
    }

    private static String name(Schema schema, int length) {
        String simple = CONTROLLER.matcher(schema.className()).replaceAll(".");
        String withPackages =
                PACKAGE.matcher(simple).replaceAll(found -> length == LONGEST ? joined(found.group(1)) : "");
        String name = UNFIT.matcher(withPackages).replaceAll("");
        return length == 1 ? capital(schema.service()) + name : name;
    }

    private static String joined(String packages) {
        return Arrays.stream(packages.split("\\.")).map(SchemaNames::capital).collect(Collectors.joining());
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
