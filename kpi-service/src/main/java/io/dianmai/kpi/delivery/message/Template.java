package io.dianmai.kpi.delivery.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of text with {@code {placeholders}}; <code>{{</code> and <code>}}</code> stand for the braces themselves. There is no logic
 * in it: what is said depends on the kind, and each kind has a template of its own.
 */
record Template(List<Part> parts) {
    Template {
        parts = List.copyOf(parts);
    }

    /** A piece of a line. */
    sealed interface Part {
        record Text(String text) implements Part {}

        record Value(Placeholder of) implements Part {}
    }

    /** What became of a line. */
    sealed interface Parsed {
        record Good(Template template) implements Parsed {}

        /** It does not parse; {@code at} counts characters from 1. */
        record Broken(int at, String reason) implements Parsed {}

        /** It names what is not known there. */
        record Unknown(int at, String name) implements Parsed {}
    }

    static Parsed parse(String line, MessageShape shape) {
        return new Reading(line, shape).all();
    }

    /** The line with values in the place of placeholders. */
    String with(Map<Placeholder, String> values) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Text(String text) -> text;
                    case Part.Value(Placeholder of) -> values.getOrDefault(of, "");
                })
                .collect(Collectors.joining());
    }

    private static final class Reading {
        private final String line;
        private final MessageShape shape;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int at;

        Reading(String line, MessageShape shape) {
            this.line = line;
            this.shape = shape;
        }

        Parsed all() {
            Optional<Parsed> flaw = Optional.empty();
            while (at < line.length() && flaw.isEmpty()) {
                flaw = next();
            }
            endText();
            return flaw.orElseGet(() -> new Parsed.Good(new Template(parts)));
        }

        private Optional<Parsed> next() {
            char c = line.charAt(at);
            if (Character.isISOControl(c)) {
                return broken("A line has no line ends and other control characters.");
            }
            if (c != '{' && c != '}') {
                text.append(c);
                at++;
                return Optional.empty();
            }
            if (at + 1 < line.length() && line.charAt(at + 1) == c) {
                text.append(c);
                at += 2;
                return Optional.empty();
            }
            return c == '{' ? placeholder() : broken("This brace closes nothing; write }} for the character itself.");
        }

        private Optional<Parsed> placeholder() {
            int end = line.indexOf('}', at);
            if (end < 0) {
                return broken("This brace is never closed; write {{ for the character itself.");
            }
            String name = line.substring(at + 1, end);
            Optional<Placeholder> named = Placeholder.named(name, shape);
            if (named.isEmpty()) {
                return Optional.of(new Parsed.Unknown(at + 1, name));
            }
            endText();
            parts.add(new Part.Value(named.get()));
            at = end + 1;
            return Optional.empty();
        }

        private void endText() {
            if (!text.isEmpty()) {
                parts.add(new Part.Text(text.toString()));
                text.setLength(0);
            }
        }

        private Optional<Parsed> broken(String reason) {
            return Optional.of(new Parsed.Broken(at + 1, reason));
        }
    }
}
