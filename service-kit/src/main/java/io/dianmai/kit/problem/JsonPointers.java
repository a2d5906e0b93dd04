package io.dianmai.kit.problem;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Makes RFC 6901 pointers of the paths that frameworks report. */
final class JsonPointers {
    private JsonPointers() {}

    /** Of a bean path such as {@code staff[0].name}. */
    static String ofBeanPath(String path) {
        return path.isEmpty()
                ? ""
                : "/" + escape(path).replace("].", "/").replace("]", "").replaceAll("[.\\[]", "/");
    }

    /** Of the place where a JSON body could not be read. */
    static String ofJsonPath(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + escape(step))
                .collect(Collectors.joining());
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
