package io.dianmai.lead.intake.adf;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Brings a document as systems write them into well-formed shape: names in lower case and without namespace prefixes, one
 * root around however many there are, ampersands and angle brackets that are meant as text as text. Declarations,
 * processing instructions and comments are left out, for nothing hangs on them. A document type is refused.
 */
final class AdfText {
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");
    private static final Pattern NAMED = Pattern.compile("&[A-Za-z][A-Za-z0-9]{1,9};");
    private static final Pattern NAME = Pattern.compile("</?(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)");
    private static final Pattern NAMESPACE =
            Pattern.compile("\\s+(?:xmlns(?::[\\w.-]+)?|[\\w.-]+:[\\w.-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private AdfText(String text) {
        this.text = text;
    }

    /**
     * The document with the root {@code all}.
     *
     * @throws Malformed when it has a document type or ends in the middle of something
     */
    static String wellFormed(String text) throws Malformed {
        return new AdfText(text).run();
    }

    private String run() throws Malformed {
        out.append("<all>");
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '<') {
                markup();
            } else {
                character(next);
            }
        }
        return out.append("</all>").toString();
    }

    private void markup() throws Malformed {
        if (text.startsWith("<!--", at)) {
            at = end("-->");
        } else if (text.startsWith("<?", at)) {
            at = end("?>");
        } else if (text.startsWith(CDATA, at)) {
            int end = end(CDATA_END);
            text.substring(at + CDATA.length(), end - CDATA_END.length())
                    .chars()
                    .forEach(c -> literal((char) c));
            at = end;
        } else if (text.startsWith("<!", at)) {
            throw new Malformed(AdfProblem.DTD, "");
        } else {
            tag();
        }
    }

    private void tag() throws Malformed {
        var name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            literal('<');
            at++;
            return;
        }
        int end = endOfTag(name.end());
        out.append(text.charAt(at + 1) == '/' ? "</" : "<").append(name.group(1).toLowerCase(Locale.ROOT));
        String attributes = NAMESPACE.matcher(text.substring(name.end(), end)).replaceAll("");
        for (int i = 0; i < attributes.length(); ) {
            i = ampersand(attributes, i);
        }
        at = end;
    }

    /** Behind the closing bracket; one within quotes closes nothing. */
    private int endOfTag(int from) throws Malformed {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && c == '>') {
                return i + 1;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        throw new Malformed(AdfProblem.BROKEN, "A tag does not end.");
    }

    private int end(String mark) throws Malformed {
        int end = text.indexOf(mark, at);
        if (end < 0) {
            throw new Malformed(AdfProblem.BROKEN, "A comment, instruction or CDATA section does not end.");
        }
        return end + mark.length();
    }

    private void character(char next) {
        if (next == '&') {
            at = ampersand(text, at);
            return;
        }
        if (allowed(next)) {
            out.append(next);
        }
        at++;
    }

    /** An entity of HTML is what it stands for; any other ampersand that XML does not know is one. */
    private int ampersand(String from, int index) {
        char c = from.charAt(index);
        if (c != '&' || ENTITY.matcher(from).region(index, from.length()).lookingAt()) {
            if (allowed(c)) {
                out.append(c);
            }
            return index + 1;
        }
        var named = NAMED.matcher(from).region(index, from.length());
        if (!named.lookingAt()) {
            out.append("&amp;");
            return index + 1;
        }
        HtmlUtils.htmlUnescape(named.group()).chars().forEach(one -> literal((char) one));
        return named.end();
    }

    private void literal(char c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            default -> {
                if (allowed(c)) {
                    out.append(c);
                }
            }
        }
    }

    /** Characters that XML does not know are of no use to anybody. */
    private static boolean allowed(char c) {
        return (c >= ' ' || c == '\t' || c == '\n' || c == '\r') && c != '\uFFFE' && c != '\uFFFF';
    }

    /** The document cannot be read. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final AdfProblem problem;

        Malformed(AdfProblem problem, String detail) {
            super(detail);
            this.problem = problem;
        }

        AdfProblem problem() {
            return problem;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }
}
