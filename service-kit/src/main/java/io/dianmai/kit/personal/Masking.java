package io.dianmai.kit.personal;

import io.dianmai.contracts.Personal.Kind;

/** What may be shown of a normalised personal string. Too short to hide anything in means nothing is shown. */
final class Masking {
    private static final String HIDDEN = "****";

    private Masking() {}

    static String mask(Kind kind, String normalised) {
        return switch (kind) {
            case PHONE -> keep(normalised, 3, 4);
            case NAME -> normalised.substring(0, normalised.offsetByCodePoints(0, 1)) + "*";
            case PLATE -> keep(normalised, 2, 1);
            case VIN, ID_NUMBER -> keep(normalised, 0, 4);
        };
    }

    private static String keep(String text, int first, int last) {
        if (text.length() <= first + last) {
            return HIDDEN;
        }
        return text.substring(0, first) + HIDDEN + text.substring(text.length() - last);
    }
}
