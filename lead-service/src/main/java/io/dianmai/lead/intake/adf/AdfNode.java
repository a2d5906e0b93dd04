package io.dianmai.lead.intake.adf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a document. */
final class AdfNode {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final String name;
    private final String path;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<AdfNode> children = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    AdfNode(String name, String path) {
        this.name = name;
        this.path = path;
    }

    String name() {
        return name;
    }

    /** Where it stands, for example {@code /adf/prospect[2]/customer}. */
    String path() {
        return path;
    }

    /** Its own text without blanks around it, and one blank for many. */
    String text() {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    int textLength() {
        return text.length();
    }

    void append(String more) {
        text.append(more);
    }

    void attribute(String attribute, String value) {
        attributes.put(attribute.toLowerCase(Locale.ROOT), value.strip());
    }

    /** An attribute in lower case; empty when it has none of that name. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").toLowerCase(Locale.ROOT);
    }

    /** An attribute as it stands. */
    @Nullable
    String rawAttribute(String attribute) {
        String value = attributes.get(attribute);
        return value == null || value.isEmpty() ? null : value;
    }

    AdfNode add(String child) {
        int number = counts.merge(child, 1, Integer::sum);
        var added = new AdfNode(child, path + "/" + child + (number == 1 ? "" : "[" + number + "]"));
        children.add(added);
        return added;
    }

    Stream<AdfNode> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    /** The first of that name. */
    Optional<AdfNode> child(String wanted) {
        return children(wanted).findFirst();
    }

    /** The text of the first that is found along these names and not empty. */
    Optional<String> textOf(String... names) {
        Stream<AdfNode> found = Stream.of(this);
        for (String step : names) {
            found = found.flatMap(node -> node.children(step));
        }
        return found.map(AdfNode::text).filter(value -> !value.isEmpty()).findFirst();
    }

    /** It and all that is in it, of that name. */
    Stream<AdfNode> all(String wanted) {
        Stream<AdfNode> below = children.stream().flatMap(child -> child.all(wanted));
        return name.equals(wanted) ? Stream.concat(Stream.of(this), below) : below;
    }

    /** All that it says, for telling one from another. */
    String content() {
        var content = new StringBuilder(name).append(attributes).append(text());
        children.forEach(child -> content.append('<').append(child.content()).append('>'));
        return content.toString();
    }
}
