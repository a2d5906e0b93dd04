package io.dianmai.kpi.delivery.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * What people read, as plain text: each channel escapes all of it in its own way.
 *
 * @param title one line
 * @param lines none of them blank
 */
public record Message(String title, List<String> lines) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_LINE = 400;

    public Message {
        lines = List.copyOf(lines);
    }

    static Message of(String title, List<String> lines) {
        return new Message(
                PlainLine.of(title, LONGEST_TITLE),
                lines.stream()
                        .map(line -> PlainLine.of(line, LONGEST_LINE))
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    /** The same under another title. */
    Message titled(String other) {
        return of(other, lines);
    }

    /** The same with more lines. */
    Message and(List<String> more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(more);
        return of(title, all);
    }

    /**
     * As many of the lines as fit, and how many did not.
     *
     * @param size of a message as the channel writes it
     * @param most the channel's limit; one line fits in any case
     * @param more says how many lines are missing
     */
    public Message within(int most, ToIntFunction<Message> size, IntFunction<String> more) {
        Message fitting = this;
        for (int kept = lines.size() - 1; kept > 0 && size.applyAsInt(fitting) > most; kept--) {
            List<String> some = new ArrayList<>(lines.subList(0, kept));
            some.add(more.apply(lines.size() - kept));
            fitting = new Message(title, some);
        }
        return fitting;
    }
}
