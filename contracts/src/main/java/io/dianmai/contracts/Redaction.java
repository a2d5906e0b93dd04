package io.dianmai.contracts;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 脱敏: takes out of people's own words what points at a person: phones, ID numbers, VINs and plates of China, however they
 * are spaced or typed. A name cannot be told from other words, so words are dropped altogether when somebody is erased.
 */
public final class Redaction {
    private static final String HIDDEN = "***";
    private static final int SHORTEST = 7;
    private static final String ALONE_BEFORE = "(?<![0-9A-Za-z])";
    private static final String ALONE_AFTER = "(?![0-9A-Za-z])";
    private static final String ID_NUMBER =
            "[1-9]\\d{5}[ -]?(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?\\d{3}[0-9Xx]";
    private static final String MOBILE = "(?:(?:\\+|00)?86[ -]?)?1[3-9]\\d[ .-]?\\d{4}[ .-]?\\d{4}";
    private static final String LANDLINE = "\\(?0(?:10|2\\d|[3-9]\\d{2})\\)?[ -]?\\d{7,8}";
    private static final String VIN = "(?=[A-Z0-9]{0,16}[A-Z])(?=[A-Z]{0,16}\\d)[A-HJ-NPR-Z0-9]{17}";
    private static final String PLATE =
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• .]?" + "[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]";
    private static final Pattern TELLING = Pattern.compile(
            ALONE_BEFORE + "(?:" + ID_NUMBER + "|" + MOBILE + "|" + LANDLINE + "|" + VIN + ")" + ALONE_AFTER + "|"
                    + PLATE + ALONE_AFTER,
            Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** The words without it; the same words where there is nothing to hide. */
    public static @Nullable String of(@Nullable String words) {
        return words == null ? null : ofPresent(words);
    }

    /** As {@link #of}, for words that must be there. */
    public static String ofPresent(String words) {
        if (words.length() < SHORTEST) {
            return words;
        }
        // Full-width digits and letters are as telling as any.
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
        var telling = TELLING.matcher(plain);
        return telling.find() ? telling.replaceAll(HIDDEN) : words;
    }
}
