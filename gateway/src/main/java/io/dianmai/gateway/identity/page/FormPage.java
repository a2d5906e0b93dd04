package io.dianmai.gateway.identity.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.web.csrf.CsrfToken;

/** A form in Chinese or English that works without any script: a template, and its texts in each language. */
public final class FormPage {
    private final String template;
    private final Map<Language, Properties> texts;

    /** @param name of the files in {@code pages} */
    public FormPage(String name) {
        template = read("pages/" + name + ".html");
        texts = Stream.of(Language.values())
                .collect(Collectors.toMap(language -> language, language -> texts(name, language)));
    }

    /** What a page is written in. */
    public enum Language {
        ZH,
        EN;

        public static Language of(@Nullable String asked, Locale accepted) {
            String wanted = asked == null ? accepted.getLanguage() : asked;
            return wanted.equals("en") ? EN : ZH;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The page.
     *
     * @param notice why the form is shown again, if it is
     */
    public String in(Language language, CsrfToken csrf, @Nullable Enum<?> notice) {
        String page = template.replace("{{lang}}", language.code())
                .replace("{{csrf}}", csrf.getToken())
                .replace("{{kind}}", notice == null ? "" : notice.name().toLowerCase(Locale.ROOT))
                .replace("{{notice}}", notice == null ? "" : "{{notice." + notice.name() + "}}");
        for (var text : texts.getOrDefault(language, new Properties()).entrySet()) {
            page = page.replace("{{" + text.getKey() + "}}", String.valueOf(text.getValue()));
        }
        return page;
    }

    private static Properties texts(String name, Language language) {
        var texts = new Properties();
        try (Reader reader = open("pages/" + name + "." + language.code() + ".properties")) {
            texts.load(reader);
            return texts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(String path) {
        try (Reader reader = open(path)) {
            return reader.readAllAsString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Reader open(String path) throws IOException {
        return new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8);
    }
}
