package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.delivery.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The words and templates that ship with the service; an incomplete set does not start. */
record ShippedWording(Words words, Map<TemplateKey, MessageTemplate> templates) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    ShippedWording {
        templates = Map.copyOf(templates);
    }

    static ShippedWording load() throws IOException {
        Map<Language, Words.Names> names = read("/messages/words.json", new TypeReference<>() {});
        Map<String, Map<Language, TemplateText>> texts = read("/messages/templates.json", new TypeReference<>() {});
        Words words = new Words(names);
        checkComplete(words);
        return new ShippedWording(words, templates(texts));
    }

    private static void checkComplete(Words words) {
        for (Language language : Language.values()) {
            Arrays.stream(DeadlineKind.values()).forEach(kind -> words.of(language, kind));
            Arrays.stream(Role.values()).forEach(role -> words.of(language, role));
            Arrays.stream(RungAction.values()).forEach(action -> words.of(language, action));
        }
    }

    private static Map<TemplateKey, MessageTemplate> templates(Map<String, Map<Language, TemplateText>> texts) {
        Map<TemplateKey, MessageTemplate> templates = new HashMap<>();
        for (TemplateKey key : TemplateKey.all()) {
            TemplateText text =
                    texts.getOrDefault(key.subject().name(), Map.of()).get(key.language());
            if (text == null) {
                throw new IllegalStateException("no template " + key.id());
            }
            templates.put(key, checked(key, text));
        }
        return templates;
    }

    private static MessageTemplate checked(TemplateKey key, TemplateText text) {
        return switch (MessageTemplate.check(text, key.subject().shape())) {
            case MessageTemplate.Checked.Good(MessageTemplate template) -> template;
            case MessageTemplate.Checked.Bad(var flaws) ->
                throw new IllegalStateException("template " + key.id() + ": " + flaws);
        };
    }

    private static <T> T read(String path, TypeReference<T> type) throws IOException {
        try (InputStream json = ShippedWording.class.getResourceAsStream(path)) {
            if (json == null) {
                throw new IOException(path + " is missing");
            }
            return JSON.readValue(json, type);
        }
    }
}
