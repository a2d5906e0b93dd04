package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.counter.Counter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** As the catalogue writes it. */
    public String text() {
        String text = terms.stream()
                .map(term -> (term.subtracted() ? "-" : "+") + term.counter())
                .collect(Collectors.joining());
        return text.startsWith("+") ? text.substring(1) : text;
    }

    /** The names in it, of counters, registry figures and targets. */
    public Set<String> names() {
        return terms.stream().map(Term::counter).collect(Collectors.toUnmodifiableSet());
    }

    /** Its value over these figures; null when one of them is not there. */
    public @Nullable BigDecimal value(Figures figures) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            BigDecimal amount = figures.of(term.counter());
            if (amount == null) {
                return null;
            }
            sum = term.subtracted() ? sum.subtract(amount) : sum.add(amount);
        }
        return sum;
    }
}
