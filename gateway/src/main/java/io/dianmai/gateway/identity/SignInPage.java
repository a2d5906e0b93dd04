package io.dianmai.gateway.identity;

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
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sign-in form, in Chinese or English. It works without any script. */
@RestController
class SignInPage {
    private final String template = read("pages/sign-in.html");
    private final Map<Language, Properties> texts =
            Stream.of(Language.values()).collect(Collectors.toMap(language -> language, SignInPage::texts));

    /** What the page is written in. */
    enum Language {
        ZH,
        EN;

        static Language of(@Nullable String asked, Locale accepted) {
            String wanted = asked == null ? accepted.getLanguage() : asked;
            return wanted.equals("en") ? EN : ZH;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why the form is shown again. */
    enum Notice {
        ERROR,
        WAIT,
        BYE
    }

    @GetMapping(value = SignIn.PAGE, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String form(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable Notice notice,
            Locale accepted,
            CsrfToken csrf) {
        Language language = Language.of(lang, accepted);
        String page = template.replace("{{lang}}", language.code())
                .replace("{{csrf}}", csrf.getToken())
                .replace("{{notice}}", notice == null ? "" : "{{notice." + notice.name() + "}}");
        for (var text : texts.getOrDefault(language, new Properties()).entrySet()) {
            page = page.replace("{{" + text.getKey() + "}}", String.valueOf(text.getValue()));
        }
        return page;
    }

    private static Properties texts(Language language) {
        var texts = new Properties();
        try (Reader reader = open("pages/sign-in." + language.code() + ".properties")) {
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
