package io.dianmai.kpi.delivery.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template that has been checked. */
public record MessageTemplate(TemplateText source, Template title, List<Template> lines) {
    static final int MOST_LINES = 20;
    static final int LONGEST_TITLE = 100;
    static final int LONGEST_LINE = 300;

    public MessageTemplate {
        lines = List.copyOf(lines);
    }

    /** What became of a template text. */
    public sealed interface Checked {
        record Good(MessageTemplate template) implements Checked {}

        record Bad(List<TemplateFlaw> flaws) implements Checked {}
    }

    /** Parses a template; every line with something wrong is told. */
    public static Checked check(TemplateText source, MessageShape shape) {
        List<TemplateFlaw> flaws = new ArrayList<>();
        if (source.text().isEmpty() || source.text().size() > MOST_LINES) {
            flaws.add(new TemplateFlaw.Broken("/text", 1, "A text has 1 to " + MOST_LINES + " lines."));
        }
        if (source.title().isBlank()) {
            flaws.add(new TemplateFlaw.Broken("/title", 1, "A title is needed."));
        }
        Optional<Template> title = line("/title", source.title(), LONGEST_TITLE, shape, flaws);
        List<Template> lines = new ArrayList<>();
        for (int i = 0; i < source.text().size(); i++) {
            line("/text/" + i, source.text().get(i), LONGEST_LINE, shape, flaws).ifPresent(lines::add);
        }
        return title.isPresent() && flaws.isEmpty()
                ? new Checked.Good(new MessageTemplate(source, title.get(), lines))
                : new Checked.Bad(flaws);
    }

    private static Optional<Template> line(
            String pointer, String line, int longest, MessageShape shape, List<TemplateFlaw> flaws) {
        if (line.length() > longest) {
            flaws.add(new TemplateFlaw.Broken(pointer, longest + 1, "Has at most " + longest + " characters."));
            return Optional.empty();
        }
        return switch (Template.parse(line, shape)) {
            case Template.Parsed.Good(Template template) -> Optional.of(template);
            case Template.Parsed.Broken(int at, String reason) -> {
                flaws.add(new TemplateFlaw.Broken(pointer, at, reason));
                yield Optional.empty();
            }
            case Template.Parsed.Unknown(int at, String name) -> {
                flaws.add(new TemplateFlaw.UnknownPlaceholder(pointer, at, name));
                yield Optional.empty();
            }
        };
    }

    Message with(Map<Placeholder, String> values) {
        return Message.of(
                title.with(values),
                lines.stream().map(line -> line.with(values)).toList());
    }
}
