package io.dianmai.kit.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code If-Match} of a change (RFC 9110, 13.1.1). */
public final class IfMatch {
    private static final String ANY = "*";

    /** Proxies that compress answers weaken their tags; the version inside still says which state was read. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,17}");

    /** A tag that none of our answers carried is a tag of no version. */
    private static final Long NEVER = -1L;

    private IfMatch() {}

    /**
     * The version that the caller has read.
     *
     * @return null when any will do
     * @throws ProblemException 400 when the header is no single entity tag
     */
    public static @Nullable Long version(@Nullable String header) {
        if (header == null || header.strip().equals(ANY)) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ProblemException.invalid(
                    List.of(new Violation("If-Match", "Must be the ETag of the answer that was read, or *.")));
        }
        return VERSION.matcher(tag.group(1)).matches() ? Long.valueOf(tag.group(1)) : NEVER;
    }
}
