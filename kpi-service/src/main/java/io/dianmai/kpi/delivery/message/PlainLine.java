package io.dianmai.kpi.delivery.message;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Text of others made harmless for one line: store and staff names come from the registry, and whoever can name a store
 * must not be able to write lines, or turn around the text, of a message to everybody.
 */
final class PlainLine {
    private static final char ELLIPSIS = '…';

    private PlainLine() {}

    /** One line without control, format and direction characters, cut between characters as people see them. */
    static String of(String text, int most) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isSpace(c)) {
                kept.append(' ');
            } else if (isShown(c)) {
                kept.appendCodePoint(c);
            }
        });
        return cut(kept.toString().strip().replaceAll(" {2,}", " "), most);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(most + 1);
        return text.substring(0, end) + ELLIPSIS;
    }
}
