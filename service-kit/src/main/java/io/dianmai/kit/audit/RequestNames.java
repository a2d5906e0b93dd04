package io.dianmai.kit.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** Path variables and parameters of a request, as far as they can be names of anything. */
final class RequestNames {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(\\w+))?}");
    private static final Pattern STRANGE = Pattern.compile("[^\\p{L}\\p{N}._:/@-]");
    private static final int LONGEST = 120;

    private final HttpServletRequest request;
    private final Map<?, ?> variables;

    RequestNames(HttpServletRequest request) {
        this.request = request;
        this.variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> map
                ? map
                : Map.of();
    }

    /** The template with its {@code {name}} and {@code {name:else}} filled in; null for an empty template. */
    @Nullable
    String fill(String template) {
        return template.isEmpty() ? null : VARIABLE.matcher(template).replaceAll(this::value);
    }

    /** Null when the request does not have it, and for no name at all. */
    @Nullable
    String of(String name) {
        Object variable = name.isEmpty() ? null : variables.get(name);
        String text = variable == null && !name.isEmpty() ? request.getParameter(name) : (String) variable;
        return text == null || text.isEmpty() ? null : plain(text);
    }

    private String value(MatchResult variable) {
        String value = of(variable.group(1));
        String otherwise = Objects.requireNonNullElse(variable.group(2), "");
        return Matcher.quoteReplacement(value == null ? otherwise : value);
    }

    private static String plain(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return STRANGE.matcher(cut).replaceAll("?");
    }
}
