package io.dianmai.kpi.delivery.message;

/** One thing that is wrong in a template. */
public sealed interface TemplateFlaw {
    /** The line: {@code /title}, {@code /text/1}. */
    String pointer();

    /** The character in the line, from 1. */
    int position();

    /** It does not parse, or is longer than messages may be. */
    record Broken(String pointer, int position, String reason) implements TemplateFlaw {}

    /** It names a placeholder that does not exist there. */
    record UnknownPlaceholder(String pointer, int position, String name) implements TemplateFlaw {}
}
