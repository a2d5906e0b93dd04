package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.counter.Counter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sum or difference of counters, for example {@code repairRevenue-repairDirectCost}. */
public record Formula(List<Term> terms) {
    private static final Pattern TERM = Pattern.compile("([+-])((?:target:)?[a-z][A-Za-z0-9]*)");

    public Formula {
        terms = List.copyOf(terms);
    }

    /** One counter, added or subtracted. */
    public record Term(boolean subtracted, String counter) {}

    /** @throws IllegalArgumentException when it is no formula */
    static Formula parse(String text) {
        Matcher matcher = TERM.matcher(text.startsWith("-") ? text : "+" + text);
        List<Term> terms = new ArrayList<>();
        int read = 0;
        while (matcher.region(read, matcher.regionEnd()).lookingAt()) {
            terms.add(new Term(matcher.group(1).equals("-"), matcher.group(2)));
            read = matcher.end();
        }
        if (terms.isEmpty() || read < matcher.regionEnd()) {
            throw new IllegalArgumentException("no formula: \"" + text + "\"");
        }
        return new Formula(terms);
    }

    /** Names in it that no event feeds. */
    List<String> missing() {
        return terms.stream()
                .map(Term::counter)
                .filter(name -> Counter.named(name).isEmpty())
                .toList();
    }

    /** The counters in it. */
    public List<Counter> counters() {
        return terms.stream()
                .flatMap(term -> Counter.named(term.counter()).stream())
                .toList();
    }

    /** Its value; only for a formula without {@linkplain #missing() missing} names. */
    public BigDecimal value(ToLongFunction<Counter> counters) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            Counter counter = Counter.named(term.counter())
                    .orElseThrow(() -> new IllegalStateException(term.counter() + " is fed by no event"));
            BigDecimal amount = BigDecimal.valueOf(counters.applyAsLong(counter));
            sum = term.subtracted() ? sum.subtract(amount) : sum.add(amount);
        }
        return sum;
    }
}
