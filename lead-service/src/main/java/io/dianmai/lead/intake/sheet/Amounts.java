package io.dianmai.lead.intake.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money as people write it: {@code 128,800.00}, {@code ¥128800元}, {@code 12.88万}. */
public final class Amounts {
    private static final Pattern FILLERS = Pattern.compile("[\\s,¥元]|rmb|cny|yuan");
    private static final Pattern AMOUNT = Pattern.compile("([+-]?\\d{1,15}(?:\\.\\d{1,15})?)(万|w)?");
    private static final Pattern RANGE = Pattern.compile("(\\d.*?)(?:-|~|至|到)(\\d.*)");
    private static final Pattern ABOUT = Pattern.compile("左右|上下|约|大约");
    private static final Pattern AT_MOST = Pattern.compile("以内|以下|之内");
    private static final Pattern AT_LEAST = Pattern.compile("以上|起");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final int FEN = 2;

    private Amounts() {}

    /** Ends of a budget in fen; one of them may be open. */
    public record Range(@Nullable BigDecimal from, @Nullable BigDecimal to) {}

    /** In fen, whatever its size; empty when it is no amount. */
    public static Optional<BigDecimal> fen(String text) {
        return parse(plain(text), false);
    }

    /** A budget: {@code 12-15万}, {@code 15万以内}, {@code 150000}. One figure is its upper end. */
    static Optional<Range> budget(String text) {
        String plain = ABOUT.matcher(plain(text)).replaceAll("");
        Matcher range = RANGE.matcher(plain);
        if (range.matches()) {
            boolean tenThousands =
                    range.group(2).endsWith("万") || range.group(2).endsWith("w");
            return parse(range.group(1), tenThousands)
                    .flatMap(from -> parse(range.group(2), false).map(to -> new Range(from, to)));
        }
        if (AT_LEAST.matcher(plain).find()) {
            return parse(AT_LEAST.matcher(plain).replaceAll(""), false).map(from -> new Range(from, null));
        }
        return parse(AT_MOST.matcher(plain).replaceAll(""), false).map(to -> new Range(null, to));
    }

    private static Optional<BigDecimal> parse(String plain, boolean tenThousands) {
        Matcher amount = AMOUNT.matcher(plain);
        if (!amount.matches()) {
            return Optional.empty();
        }
        BigDecimal figure = new BigDecimal(amount.group(1));
        BigDecimal yuan = amount.group(2) != null || tenThousands ? figure.multiply(TEN_THOUSAND) : figure;
        return Optional.of(yuan.movePointRight(FEN).setScale(0, RoundingMode.HALF_UP));
    }

    private static String plain(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return FILLERS.matcher(
                        normal.replace('\u2014', '-').replace('\u2013', '-').replace('\uFFE5', '¥'))
                .replaceAll("");
    }
}
