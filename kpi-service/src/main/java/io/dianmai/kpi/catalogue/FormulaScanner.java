package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.catalogue.FormulaToken.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be written as a formula: {@code + - * /}, parentheses, decimal numbers and names, within bounds that keep it
 * readable and quick to work out. It comes before the expression library, which understands far more than is wanted
 * here (texts, hexadecimal and scientific numbers), and says of every mistake where it is.
 */
final class FormulaScanner {
    static final int LONGEST = 500;
    static final int MOST_TOKENS = 200;
    static final int DEEPEST = 32;
    static final int MOST_DIGITS = 15;

    private static final Pattern TOKEN =
            Pattern.compile("(?<name>(?:target\\.)?[a-z][A-Za-z0-9]{0,59}(?![A-Za-z0-9_.]))"
                    + "|(?<number>\\d+(?:\\.\\d+)?(?![A-Za-z0-9_.]))"
                    + "|(?<sign>[+-])|(?<factor>[*/])|(?<open>\\()|(?<close>\\))");
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9_.]+");

    private final String text;
    private final List<FormulaToken> tokens = new ArrayList<>();
    private final Deque<FormulaToken> open = new ArrayDeque<>();
    private boolean operandNext = true;

    private FormulaScanner(String text) {
        this.text = text;
    }

    /** @throws FormulaError when it is no formula */
    static List<FormulaToken> scan(String text) {
        if (text.length() > LONGEST) {
            throw new FormulaError(
                    "A formula has at most " + LONGEST + " characters; this one has " + text.length() + ".",
                    LONGEST,
                    text.length());
        }
        return new FormulaScanner(text).scan();
    }

    private List<FormulaToken> scan() {
        Matcher matcher = TOKEN.matcher(text);
        for (int at = skipBlanks(0); at < text.length(); at = skipBlanks(matcher.end())) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw unreadable(at);
            }
            take(new FormulaToken(word(matcher), matcher.group(), at));
        }
        requireEnd();
        return List.copyOf(tokens);
    }

    private void take(FormulaToken token) {
        if (tokens.size() == MOST_TOKENS) {
            throw at(token, "A formula has at most " + MOST_TOKENS + " names, numbers and signs.");
        }
        switch (token.word()) {
            case NAME -> operand(token);
            case NUMBER -> number(token);
            case SIGN -> operandNext = true;
            case FACTOR -> factor(token);
            case OPEN -> open(token);
            case CLOSE -> close(token);
        }
        tokens.add(token);
    }

    private void operand(FormulaToken token) {
        requireOperandNext(token);
        operandNext = false;
    }

    private void number(FormulaToken token) {
        if (token.text().replace(".", "").length() > MOST_DIGITS) {
            throw at(token, "A number has at most " + MOST_DIGITS + " digits.");
        }
        operand(token);
    }

    private void factor(FormulaToken token) {
        if (operandNext) {
            throw at(token, "A name, a number or ( is needed before " + token.text() + ".");
        }
        operandNext = true;
    }

    private void open(FormulaToken token) {
        requireOperandNext(token);
        open.push(token);
        if (open.size() > DEEPEST) {
            throw at(token, "Parentheses stand at most " + DEEPEST + " deep.");
        }
    }

    private void close(FormulaToken token) {
        if (open.isEmpty()) {
            throw at(token, "This ) closes nothing.");
        }
        if (operandNext) {
            throw at(token, "A name, a number or ( is needed before ).");
        }
        open.pop();
    }

    private void requireOperandNext(FormulaToken token) {
        if (!operandNext) {
            throw at(token, "One of + - * / is needed before this.");
        }
    }

    private void requireEnd() {
        if (operandNext) {
            throw new FormulaError("A name, a number or ( is needed here.", text.length(), text.length());
        }
        if (!open.isEmpty()) {
            throw at(open.peek(), "This ( is never closed.");
        }
    }

    private FormulaError unreadable(int at) {
        Matcher word = CHARACTERS.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            return new FormulaError(
                    "This is neither a name such as orders or target.orders nor a number such as 0.95.",
                    at,
                    word.end());
        }
        return new FormulaError(
                "This character has no place in a formula: only names, numbers, + - * / and ( ) have.",
                at,
                text.offsetByCodePoints(at, 1));
    }

    private static Word word(Matcher matcher) {
        if (matcher.group("name") != null) {
            return Word.NAME;
        }
        if (matcher.group("number") != null) {
            return Word.NUMBER;
        }
        if (matcher.group("sign") != null) {
            return Word.SIGN;
        }
        if (matcher.group("factor") != null) {
            return Word.FACTOR;
        }
        return matcher.group("open") != null ? Word.OPEN : Word.CLOSE;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static FormulaError at(FormulaToken token, String message) {
        return new FormulaError(message, token.start(), token.end());
    }
}
