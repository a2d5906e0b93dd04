package io.dianmai.kit.personal;

import io.dianmai.contracts.Personal.Kind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings a personal string into the one form that equal things share, or finds that it is none. */
final class Normalisation {
    private static final Pattern PHONE_FILLERS = Pattern.compile("[\\s().\\p{Pd}\\u2212\\u30FC]");
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)86");
    /** Mobile, or mobile with a country code that lacks its plus. */
    private static final Pattern MOBILE = Pattern.compile("(?:86)?(1[3-9]\\d{9})");
    /** Area code and seven or eight digits. */
    private static final Pattern LANDLINE = Pattern.compile("0(?:10|2\\d|[3-9]\\d{2})\\d{7,8}");

    private static final Pattern HOTLINE = Pattern.compile("[48]00\\d{7}");
    private static final Pattern PLATE_FILLERS = Pattern.compile("[\\s.\\u00B7\\u2022\\u30FB\\p{Pd}]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Normalisation() {}

    static Optional<String> normalise(Kind kind, String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        return switch (kind) {
            case PHONE -> phone(text);
            case NAME -> present(BLANKS.matcher(text).replaceAll(" "));
            case PLATE, VIN ->
                present(PLATE_FILLERS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
            case ID_NUMBER -> IdNumbers.normalise(text);
        };
    }

    /** Bare digits of a phone in China; a landline keeps its leading zero. */
    private static Optional<String> phone(String text) {
        String bare = PHONE_FILLERS.matcher(text).replaceAll("");
        String national = COUNTRY.matcher(bare).replaceFirst("");
        var mobile = MOBILE.matcher(national);
        if (mobile.matches()) {
            return Optional.of(mobile.group(1));
        }
        boolean zeroDropped = national.length() < bare.length() && !national.startsWith("0");
        String landline = zeroDropped ? "0" + national : national;
        boolean known = LANDLINE.matcher(landline).matches();
        return known ? Optional.of(landline) : Optional.of(national).filter(HOTLINE.asMatchPredicate());
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(value -> !value.isBlank());
    }
}
