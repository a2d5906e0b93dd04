package io.dianmai.kpi.delivery.message;

import io.dianmai.kpi.delivery.Language;
import java.util.Arrays;
import java.util.List;

/** One subject in one language. */
public record TemplateKey(MessageSubject subject, Language language) {
    String id() {
        return subject.name() + ':' + language;
    }

    public static List<TemplateKey> all() {
        return MessageSubject.all().stream()
                .flatMap(
                        subject -> Arrays.stream(Language.values()).map(language -> new TemplateKey(subject, language)))
                .toList();
    }
}
