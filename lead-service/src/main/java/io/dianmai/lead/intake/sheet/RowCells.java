package io.dianmai.lead.intake.sheet;

import io.dianmai.contracts.Fen;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row, read as what they should be. What cannot be is noted and read as absent. */
public final class RowCells extends RowTimes {
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern SEPARATORS = Pattern.compile("[、;；,，\\n|]");
    private static final Set<String> YES = Set.of("是", "有", "yes", "y", "true", "1", "√", "✓");
    private static final Set<String> NO = Set.of("否", "无", "没有", "no", "n", "false", "0", "×");

    public RowCells(Headers headers, ImportRow row, ZoneId zone, Instant now) {
        super(headers, row, zone, now);
    }

    /** A text of at most {@code most} characters. */
    public @Nullable String text(Column column, int most) {
        String text = raw(column).orElse(null);
        if (text != null && text.length() > most) {
            flaw(column, Reason.tooLong(most));
            return null;
        }
        return text;
    }

    /** A constant by one of its words. */
    public <E extends Enum<E>> @Nullable E word(Column column, Words<E> words) {
        return raw(column)
                .flatMap(text -> noted(column, words.constant(text), Reason.unknownWord(words.known())))
                .orElse(null);
    }

    /** Several constants. */
    public <E extends Enum<E>> List<E> words(Column column, Words<E> words, int most) {
        List<E> found = new ArrayList<>();
        for (String part : texts(column, most)) {
            noted(column, words.constant(part), Reason.unknownWord(words.known()))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Several texts of up to 100 characters. */
    public List<String> texts(Column column, int most) {
        List<String> parts = raw(column)
                .map(text -> Arrays.stream(SEPARATORS.split(text))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
        if (parts.size() > most) {
            flaw(column, Reason.TOO_MANY);
            return List.of();
        }
        if (parts.stream().anyMatch(part -> part.length() > 100)) {
            flaw(column, Reason.tooLong(100));
            return List.of();
        }
        return parts;
    }

    /** Yes or no. */
    public @Nullable Boolean truth(Column column) {
        return raw(column)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> noted(
                        column,
                        YES.contains(text)
                                ? Optional.of(true)
                                : NO.contains(text) ? Optional.of(false) : Optional.empty(),
                        Reason.NO_TRUTH))
                .orElse(null);
    }

    /** A whole number. */
    public @Nullable Integer number(Column column, int least, int most) {
        return raw(column)
                .flatMap(text -> noted(column, whole(text), Reason.NO_NUMBER))
                .filter(number -> within(column, number, BigDecimal.valueOf(least), BigDecimal.valueOf(most)))
                .map(BigDecimal::intValueExact)
                .orElse(null);
    }

    /** Money, in fen. */
    public @Nullable Long fen(Column column, boolean mayBeNegative) {
        BigDecimal most = BigDecimal.valueOf(Fen.MAX);
        return raw(column)
                .flatMap(text -> noted(column, Amounts.fen(text), Reason.NO_NUMBER))
                .filter(fen -> within(column, fen, mayBeNegative ? most.negate() : BigDecimal.ZERO, most))
                .map(BigDecimal::longValueExact)
                .orElse(null);
    }

    /** A budget, in fen. */
    public Amounts.@Nullable Range budget(Column column) {
        Amounts.Range range = raw(column)
                .flatMap(text -> noted(column, Amounts.budget(text), Reason.NO_NUMBER))
                .orElse(null);
        if (range == null || !limited(column, range.from()) || !limited(column, range.to())) {
            return null;
        }
        boolean backwards =
                range.from() != null && range.to() != null && range.from().compareTo(range.to()) > 0;
        if (backwards) {
            flaw(column, Reason.BUDGET_BACKWARDS);
        }
        return backwards ? null : range;
    }

    private boolean limited(Column column, @Nullable BigDecimal fen) {
        return fen == null || within(column, fen, BigDecimal.ZERO, BigDecimal.valueOf(Fen.MAX));
    }

    /** A personal text, sealed. */
    public @Nullable SealedText sealed(Column column, Kind kind, int most, PersonalDataSealer sealer) {
        String text = text(column, most);
        if (text == null) {
            return null;
        }
        Optional<SealedText> sealed = sealer.seal(kind, text);
        if (sealed.isEmpty()) {
            flaw(column, reason(kind, text));
        }
        return sealed.orElse(null);
    }

    private static Reason reason(Kind kind, String text) {
        if (kind != Kind.PHONE) {
            return Reason.NAME;
        }
        return ROUNDED.matcher(text).matches() ? Reason.PHONE_ROUNDED : Reason.PHONE;
    }

    private static Optional<BigDecimal> whole(String text) {
        return text.matches("[+-]?\\d{1,15}(?:\\.0+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
