package io.dianmai.gateway.ingest;

/** What CloudEvents 1.0.2 allows as names and as text of attributes. */
final class AttributeText {
    private static final int LONGEST_NAME = 50;

    private AttributeText() {}

    /** Lower-case letters and digits. */
    static boolean isName(String name) {
        for (int at = 0; at < name.length(); at++) {
            char next = name.charAt(at);
            if ((next < 'a' || next > 'z') && (next < '0' || next > '9')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    static boolean isText(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (isNoCharacter(text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Control characters, halves of characters, and what will never be a character. */
    private static boolean isNoCharacter(int code) {
        return Character.isISOControl(code)
                || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)
                || (code & 0xFFFE) == 0xFFFE
                || (code >= 0xFDD0 && code <= 0xFDEF);
    }
}
